#include "core/checks/language/english.hpp"

#include <array>
#include <charconv>

// One line a class: "ingredient=brand/brand@least-most;…". Doses are the usual single doses of adults in milligrams,
// wide enough that what lies outside deserves a look; they are no dosing advice.
namespace countersign::checks
{
namespace
{

constexpr std::array classRows{
    DrugClassRow{"penicillin",
                 "amoxicillin=amoxil/trimox@125-2000;amoxicillin clavulanate=augmentin/co-amoxiclav@125-2000;"
                 "ampicillin=principen@125-3000;penicillin=pen vk/bicillin/pcn/penicillin v/penicillin g;"
                 "piperacillin=zosyn/piperacillin tazobactam;dicloxacillin@125-1000;nafcillin;oxacillin;"
                 "flucloxacillin@125-2000;ampicillin sulbactam=unasyn"},
    DrugClassRow{"cephalosporin",
                 "cephalexin=keflex/cefalexin@125-1000;cefazolin=ancef;cefuroxime=ceftin/zinacef@125-1500;"
                 "ceftriaxone=rocephin;cefdinir=omnicef@100-600;cefepime=maxipime;cefixime=suprax@100-400;"
                 "cefpodoxime;cefadroxil=duricef;ceftazidime=fortaz;cefaclor"},
    DrugClassRow{"carbapenem", "meropenem=merrem;ertapenem=invanz;imipenem=primaxin"},
    DrugClassRow{"sulfonamide",
                 "sulfamethoxazole=bactrim/septra/trimethoprim sulfamethoxazole/sulfamethoxazole trimethoprim/"
                 "co-trimoxazole/cotrimoxazole/smx tmp/tmp smx;sulfadiazine=silvadene;sulfasalazine=azulfidine"},
    DrugClassRow{"macrolide", "azithromycin=zithromax/z-pak/zpak/z-pack@250-2000;clarithromycin=biaxin@250-1000;"
                              "erythromycin=ery-tab/erythrocin@125-1000"},
    DrugClassRow{"fluoroquinolone",
                 "ciprofloxacin=cipro@100-1000;levofloxacin=levaquin@250-1000;moxifloxacin=avelox@400-400;"
                 "ofloxacin=floxin"},
    DrugClassRow{"tetracycline",
                 "doxycycline=vibramycin/doryx@20-300;minocycline=minocin@50-200;tetracycline=sumycin@250-1000"},
    DrugClassRow{"aminoglycoside", "gentamicin=garamycin;tobramycin=tobrex;amikacin;streptomycin;neomycin=neosporin"},
    DrugClassRow{"antibiotic",
                 "vancomycin=vancocin;clindamycin=cleocin@75-900;metronidazole=flagyl@250-2000;linezolid=zyvox;"
                 "nitrofurantoin=macrobid/macrodantin@50-200;trimethoprim@100-400;rifampin=rifampicin/rifadin;"
                 "isoniazid@100-900;mupirocin=bactroban;bacitracin;fosfomycin=monurol;daptomycin;"
                 "ethambutol;pyrazinamide;rifaximin=xifaxan;fidaxomicin"},
    DrugClassRow{"antifungal", "fluconazole=diflucan@50-800;ketoconazole=nizoral;terbinafine=lamisil@125-500;nystatin;"
                               "clotrimazole=lotrimin;itraconazole=sporanox;voriconazole=vfend;miconazole=monistat"},
    DrugClassRow{"antiviral",
                 "acyclovir=zovirax/aciclovir@200-800;valacyclovir=valtrex@500-2000;oseltamivir=tamiflu@30-150;"
                 "famciclovir=famvir;tenofovir=viread/truvada/descovy;emtricitabine;efavirenz;dolutegravir=tivicay;"
                 "sofosbuvir=sovaldi/epclusa/harvoni;entecavir=baraclude;ganciclovir;valganciclovir;"
                 "nirmatrelvir=paxlovid;remdesivir=veklury;zidovudine;lamivudine=epivir"},
    DrugClassRow{"antiparasitic", "ivermectin=stromectol;albendazole;permethrin=elimite;praziquantel;mebendazole"},
    DrugClassRow{"antimalarial",
                 "hydroxychloroquine=plaquenil@100-600;chloroquine;mefloquine;atovaquone=malarone/mepron"},
    DrugClassRow{"nsaid",
                 "ibuprofen=advil/motrin/nurofen@100-1200;naproxen=aleve/naprosyn/anaprox@125-1000;"
                 "meloxicam=mobic@5-30;diclofenac=voltaren/cataflam/flector;celecoxib=celebrex@50-400;"
                 "indomethacin=indocin/indometacin@25-150;ketorolac=toradol@10-60;etodolac=lodine;nabumetone=relafen;"
                 "piroxicam=feldene;sulindac;oxaprozin=daypro;ketoprofen;etoricoxib;mefenamic acid"},
    DrugClassRow{"salicylate",
                 "aspirin=asa/ecotrin/bayer/acetylsalicylic acid@50-1000;bismuth subsalicylate=pepto-bismol/"
                 "pepto bismol"},
    DrugClassRow{"analgesic", "acetaminophen=tylenol/paracetamol/panadol/apap@80-1300"},
    DrugClassRow{"opioid",
                 "oxycodone=oxycontin/roxicodone/percocet/percocets@2.5-80;hydrocodone=norco/vicodin/lortab@2.5-40;"
                 "morphine=ms contin@2-200;hydromorphone=dilaudid@0.2-16;fentanyl=duragesic/sublimaze@0.0125-0.4;"
                 "tramadol=ultram@25-400;codeine=tylenol 3@15-60;methadone=dolophine@2.5-120;"
                 "buprenorphine=suboxone/subutex/butrans;tapentadol=nucynta@50-250;meperidine=demerol/pethidine;"
                 "oxymorphone=opana;co-codamol;dihydrocodeine"},
    DrugClassRow{"opioid antagonist", "naloxone=narcan;naltrexone=vivitrol/revia@25-100"},
    DrugClassRow{"ace inhibitor", "lisinopril=zestril/prinivil@2.5-80;enalapril=vasotec@2.5-40;ramipril=altace@1.25-20;"
                                  "benazepril=lotensin@5-80;captopril=capoten@6.25-150;quinapril=accupril@5-80;"
                                  "fosinopril=monopril@10-80;perindopril=aceon/coversyl;trandolapril=mavik;moexipril"},
    DrugClassRow{"angiotensin blocker",
                 "losartan=cozaar/hyzaar@12.5-100;valsartan=diovan@20-320;irbesartan=avapro@75-300;"
                 "candesartan=atacand@4-32;olmesartan=benicar@5-40;telmisartan=micardis@20-80;"
                 "sacubitril=entresto;azilsartan=edarbi"},
    DrugClassRow{"beta blocker",
                 "metoprolol=lopressor/toprol/toprol xl@6.25-400;atenolol=tenormin@12.5-200;"
                 "carvedilol=coreg@3.125-80;propranolol=inderal@10-320;bisoprolol=zebeta/concor@1.25-20;"
                 "nebivolol=bystolic@2.5-40;labetalol=trandate@50-800;nadolol=corgard@20-240;sotalol=betapace@"
                 "40-320;timolol=timoptic;esmolol"},
    DrugClassRow{"calcium channel blocker", "amlodipine=norvasc/amlodopine@1.25-20;diltiazem=cardizem/tiazac@30-480;"
                                            "nifedipine=procardia/adalat@10-120;verapamil=calan/isoptin@40-480;"
                                            "felodipine=plendil@2.5-20;nicardipine=cardene;isradipine;nimodipine"},
    DrugClassRow{"diuretic", "furosemide=lasix/frusemide@10-400;hydrochlorothiazide=hctz/microzide@6.25-100;"
                             "chlorthalidone=thalitone/chlortalidone@12.5-100;spironolactone=aldactone@12.5-400;"
                             "bumetanide=bumex@0.5-10;torsemide=demadex@5-200;triamterene=dyazide/maxzide;"
                             "metolazone=zaroxolyn@2.5-20;indapamide@1.25-5;eplerenone=inspra@25-100;"
                             "acetazolamide=diamox;amiloride=midamor;bendroflumethiazide"},
    DrugClassRow{"statin",
                 "atorvastatin=lipitor@5-80;simvastatin=zocor@5-80;rosuvastatin=crestor@5-40;"
                 "pravastatin=pravachol@10-80;lovastatin=mevacor@10-80;pitavastatin=livalo;fluvastatin=lescol"},
    DrugClassRow{"lipid agent",
                 "ezetimibe=zetia@10-10;fenofibrate=tricor@40-200;gemfibrozil=lopid@300-1200;niacin=niaspan;"
                 "evolocumab=repatha;alirocumab=praluent;icosapent=vascepa;colesevelam=welchol;cholestyramine"},
    DrugClassRow{"anticoagulant",
                 "warfarin=coumadin/jantoven@0.5-15;apixaban=eliquis@2.5-10;rivaroxaban=xarelto@2.5-30;"
                 "dabigatran=pradaxa@75-300;heparin;enoxaparin=lovenox@20-200;edoxaban=savaysa;"
                 "fondaparinux=arixtra;dalteparin=fragmin;argatroban;bivalirudin"},
    DrugClassRow{"antiplatelet", "clopidogrel=plavix@75-600;ticagrelor=brilinta@60-180;prasugrel=effient@5-60;"
                                 "dipyridamole=aggrenox;cilostazol=pletal"},
    DrugClassRow{"antiarrhythmic",
                 "amiodarone=pacerone/cordarone@100-1200;flecainide=tambocor@50-300;digoxin=lanoxin@0.0625-1;"
                 "dofetilide=tikosyn;dronedarone=multaq;propafenone=rythmol;adenosine;lidocaine=lidoderm/"
                 "xylocaine/lignocaine;mexiletine"},
    DrugClassRow{"vasodilator",
                 "nitroglycerin=nitrostat/glyceryl trinitrate/gtn@0.1-10;isosorbide mononitrate=imdur@10-240;"
                 "isosorbide dinitrate=isordil;hydralazine=apresoline@10-300;minoxidil=rogaine;ranolazine="
                 "ranexa;ivabradine=corlanor;clonidine=catapres@0.05-0.6;methyldopa;doxazosin=cardura@1-16;"
                 "prazosin=minipress@1-20;terazosin=hytrin@1-20"},
    DrugClassRow{"biguanide", "metformin=glucophage/fortamet/metaformin@250-2550"},
    DrugClassRow{"sulfonylurea", "glipizide=glucotrol@2.5-40;glyburide=diabeta/micronase/glibenclamide@1.25-20;"
                                 "glimepiride=amaryl@0.5-8;gliclazide=diamicron@30-320"},
    DrugClassRow{"gliptin", "sitagliptin=januvia@25-100;linagliptin=tradjenta@5-5;saxagliptin=onglyza;alogliptin"},
    DrugClassRow{"gliflozin",
                 "empagliflozin=jardiance@10-25;dapagliflozin=farxiga/forxiga@5-10;canagliflozin=invokana@100-300"},
    DrugClassRow{"incretin",
                 "semaglutide=ozempic/rybelsus/wegovy@0.25-14;liraglutide=victoza/saxenda;dulaglutide=trulicity;"
                 "exenatide=byetta/bydureon;tirzepatide=mounjaro/zepbound"},
    DrugClassRow{"glitazone", "pioglitazone=actos@15-45;rosiglitazone=avandia"},
    DrugClassRow{"insulin",
                 "insulin=insulins;insulin glargine=lantus/basaglar/toujeo;insulin lispro=humalog;insulin aspart="
                 "novolog;insulin detemir=levemir;insulin degludec=tresiba;nph=humulin/novolin"},
    DrugClassRow{"thyroid hormone",
                 "levothyroxine=synthroid/levoxyl/unithroid/thyroxine@0.0125-0.4;liothyronine=cytomel"},
    DrugClassRow{"antithyroid", "methimazole=tapazole@2.5-60;propylthiouracil=ptu;carbimazole"},
    DrugClassRow{
        "corticosteroid",
        "prednisone=deltasone@1-100;prednisolone=prelone/orapred@1-100;methylprednisolone=medrol/"
        "solu-medrol/depo-medrol;dexamethasone=decadron@0.5-40;hydrocortisone=cortef/cortaid;"
        "corticosteroid=cortisone/corticosteroids/steroid injection/steroid injections/steroid shot/cortisone shot;"
        "triamcinolone=kenalog;budesonide=pulmicort/entocort/rhinocort;fluticasone=flonase/flovent/"
        "flixonase;mometasone=nasonex/elocon;beclomethasone=qvar/clenil;betamethasone;clobetasol="
        "temovate;fluocinonide;fludrocortisone;ciclesonide=alvesco"},
    DrugClassRow{"bronchodilator",
                 "albuterol=proventil/ventolin/proair/salbutamol;levalbuterol=xopenex;salmeterol=serevent/"
                 "advair/seretide;formoterol=symbicort/dulera/foradil;ipratropium=atrovent/combivent/duoneb;"
                 "tiotropium=spiriva;umeclidinium=anoro/trelegy/incruse;vilanterol=breo;theophylline"},
    DrugClassRow{"leukotriene blocker", "montelukast=singulair/singular@4-10;zafirlukast=accolate"},
    DrugClassRow{"antihistamine",
                 "cetirizine=zyrtec@2.5-20;loratadine=claritin@5-20;fexofenadine=allegra@30-360;"
                 "diphenhydramine=benadryl@12.5-100;hydroxyzine=vistaril/atarax@10-100;levocetirizine=xyzal;"
                 "chlorpheniramine=piriton/chlorphenamine;desloratadine=clarinex;meclizine=antivert@12.5-100;"
                 "azelastine=astelin;doxylamine=unisom;cyproheptadine"},
    DrugClassRow{"decongestant",
                 "pseudoephedrine=sudafed;phenylephrine;oxymetazoline=afrin;guaifenesin=mucinex/robitussin;"
                 "dextromethorphan=delsym;benzonatate=tessalon;dayquil;nyquil"},
    DrugClassRow{"proton pump inhibitor",
                 "omeprazole=prilosec/omperazole@10-80;pantoprazole=protonix@20-80;esomeprazole=nexium@"
                 "10-80;lansoprazole=prevacid@15-60;rabeprazole=aciphex@10-40;dexlansoprazole=dexilant"},
    DrugClassRow{"h2 blocker",
                 "famotidine=pepcid@10-80;ranitidine=zantac@75-300;cimetidine=tagamet@200-800;nizatidine"},
    DrugClassRow{"antacid",
                 "calcium carbonate=tums;sucralfate=carafate;aluminium hydroxide=maalox/mylanta;gaviscon;rolaids"},
    DrugClassRow{"laxative",
                 "polyethylene glycol=miralax;docusate=colace;senna=senokot;bisacodyl=dulcolax;lactulose;psyllium="
                 "metamucil;linaclotide=linzess;lubiprostone=amitiza;magnesium citrate"},
    DrugClassRow{"antidiarrheal", "loperamide=imodium@2-8;diphenoxylate=lomotil"},
    DrugClassRow{"antiemetic", "ondansetron=zofran@2-24;promethazine=phenergan@6.25-50;metoclopramide=reglan@5-20;"
                               "prochlorperazine=compazine@5-25;domperidone;scopolamine"},
    DrugClassRow{"antispasmodic", "dicyclomine=bentyl@10-40;hyoscyamine=levsin;mebeverine=colofac;buscopan=hyoscine"},
    DrugClassRow{"bowel agent", "mesalamine=lialda/asacol/pentasa/mesalazine"},
    DrugClassRow{
        "ssri", "sertraline=zoloft@12.5-200;fluoxetine=prozac/sarafem@5-80;citalopram=celexa@5-60;escitalopram=lexapro@"
                "2.5-30;paroxetine=paxil@5-75;fluvoxamine=luvox@25-300"},
    DrugClassRow{"snri",
                 "venlafaxine=effexor@18.75-375;duloxetine=cymbalta@20-120;desvenlafaxine=pristiq@25-100;milnacipran"},
    DrugClassRow{"antidepressant",
                 "bupropion=wellbutrin/zyban@75-450;trazodone=desyrel@25-400;mirtazapine=remeron@7.5-60;"
                 "vortioxetine=trintellix;vilazodone=viibryd"},
    DrugClassRow{"tricyclic",
                 "amitriptyline=elavil@5-300;nortriptyline=pamelor@5-150;doxepin=silenor;imipramine=tofranil;"
                 "clomipramine=anafranil;desipramine"},
    DrugClassRow{"benzodiazepine",
                 "lorazepam=ativan@0.25-4;alprazolam=xanax@0.125-4;clonazepam=klonopin@0.125-4;"
                 "diazepam=valium@1-20;temazepam=restoril@7.5-30;midazolam=versed;chlordiazepoxide=librium;"
                 "triazolam"},
    DrugClassRow{"hypnotic",
                 "zolpidem=ambien@2.5-12.5;eszopiclone=lunesta@1-3;zaleplon=sonata;melatonin;ramelteon;suvorexant"},
    DrugClassRow{"anxiolytic", "buspirone=buspar@5-60"},
    DrugClassRow{"antipsychotic", "quetiapine=seroquel@12.5-800;olanzapine=zyprexa@2.5-20;risperidone=risperdal@0.25-8;"
                                  "aripiprazole=abilify@1-30;haloperidol=haldol@0.5-20;ziprasidone=geodon@20-160;"
                                  "clozapine=clozaril@12.5-450;lurasidone=latuda;chlorpromazine=thorazine;paliperidone="
                                  "invega;cariprazine=vraylar"},
    DrugClassRow{"mood stabiliser",
                 "lithium=lithobid@150-900;"
                 "lamotrigine=lamictal@12.5-400;valproate=depakote/divalproex/valproic acid@125-2000"},
    DrugClassRow{"anticonvulsant",
                 "gabapentin=neurontin@100-1200;pregabalin=lyrica@25-300;levetiracetam=keppra@250-3000;"
                 "topiramate=topamax@12.5-400;carbamazepine=tegretol@100-800;phenytoin=dilantin@100-1000;"
                 "oxcarbazepine=trileptal;zonisamide=zonegran;phenobarbital;lacosamide=vimpat;primidone="
                 "mysoline;ethosuximide;clobazam"},
    DrugClassRow{"stimulant",
                 "methylphenidate=ritalin/concerta@5-72;amphetamine=adderall;lisdexamfetamine=vyvanse@10-70;"
                 "dexmethylphenidate=focalin;atomoxetine=strattera;modafinil=provigil;armodafinil=nuvigil;guanfacine"},
    DrugClassRow{"triptan",
                 "sumatriptan=imitrex/imigran@6-200;rizatriptan=maxalt@5-20;zolmitriptan=zomig;eletriptan=relpax;"
                 "naratriptan;frovatriptan"},
    DrugClassRow{"migraine agent",
                 "erenumab=aimovig;rimegepant=nurtec;ubrogepant=ubrelvy;galcanezumab=emgality;excedrin;"
                 "fioricet=butalbital"},
    DrugClassRow{"muscle relaxant",
                 "cyclobenzaprine=flexeril@5-30;methocarbamol=robaxin@500-1500;tizanidine=zanaflex@2-12;"
                 "baclofen=lioresal@5-40;carisoprodol=soma@250-700;metaxalone=skelaxin@400-1600;orphenadrine"},
    DrugClassRow{"dementia agent", "donepezil=aricept@5-23;memantine=namenda@5-28;rivastigmine=exelon;galantamine"},
    DrugClassRow{"parkinson agent",
                 "levodopa=sinemet/carbidopa/carbidopa levodopa;pramipexole=mirapex;ropinirole=requip;"
                 "rasagiline;selegiline;amantadine;benztropine=cogentin"},
    DrugClassRow{"urinary agent",
                 "tamsulosin=flomax@0.4-0.8;finasteride=proscar/propecia@1-5;dutasteride=avodart@0.5-0.5;"
                 "oxybutynin=ditropan@2.5-30;tolterodine=detrol;solifenacin=vesicare@5-10;mirabegron=myrbetriq;"
                 "phenazopyridine=pyridium;alfuzosin=uroxatral;trospium"},
    DrugClassRow{"pde5 inhibitor", "sildenafil=viagra/revatio@20-100;tadalafil=cialis@2.5-40;vardenafil=levitra"},
    DrugClassRow{"gout agent",
                 "allopurinol=zyloprim@50-800;colchicine=colcrys@0.3-1.8;febuxostat=uloric@40-120;probenecid"},
    DrugClassRow{"antirheumatic", "methotrexate=trexall/rheumatrex@2.5-30;leflunomide=arava@10-20;adalimumab=humira;"
                                  "etanercept=enbrel;infliximab=remicade;tofacitinib=xeljanz;upadacitinib=rinvoq;"
                                  "rituximab=rituxan;tocilizumab=actemra;abatacept=orencia;ustekinumab=stelara;"
                                  "secukinumab=cosentyx;certolizumab=cimzia;golimumab;ixekizumab;apremilast=otezla;"
                                  "dupilumab=dupixent;omalizumab=xolair;vedolizumab=entyvio"},
    DrugClassRow{"immunosuppressant", "azathioprine=imuran@25-250;mycophenolate=cellcept;tacrolimus=prograf/protopic;"
                                      "cyclosporine=neoral/ciclosporin/restasis;sirolimus;everolimus=afinitor"},
    DrugClassRow{"bone agent", "alendronate=fosamax@5-70;risedronate=actonel@5-150;ibandronate=boniva;denosumab=prolia;"
                               "zoledronic acid=reclast;teriparatide=forteo;raloxifene=evista"},
    DrugClassRow{"hormone",
                 "estradiol=estrace;progesterone=prometrium;medroxyprogesterone=provera/depo-provera;testosterone="
                 "androgel;norethindrone;levonorgestrel=mirena/plan b;ethinyl estradiol;drospirenone=yaz/yasmin;"
                 "conjugated estrogens=premarin;desmopressin;somatropin;clomiphene=clomid;oxytocin=pitocin;"
                 "cabergoline;implanon=nexplanon/etonogestrel;octreotide"},
    DrugClassRow{"oncology agent",
                 "tamoxifen=nolvadex@10-40;anastrozole=arimidex@1-1;letrozole=femara@2.5-2.5;exemestane="
                 "aromasin;trastuzumab=herceptin;bevacizumab=avastin;pembrolizumab=keytruda;nivolumab=opdivo;"
                 "imatinib=gleevec;cisplatin;carboplatin;paclitaxel=taxol;docetaxel=taxotere;doxorubicin="
                 "adriamycin;cyclophosphamide=cytoxan;fluorouracil;capecitabine=xeloda;bicalutamide=casodex;"
                 "leuprolide=lupron;lenalidomide=revlimid;vincristine;gemcitabine;hydroxyurea;bortezomib;"
                 "palbociclib=ibrance;oxaliplatin;irinotecan;etoposide;ibrutinib;erlotinib;enzalutamide"},
    DrugClassRow{"skin agent", "tretinoin=retin-a;isotretinoin=accutane;adapalene=differin;benzoyl peroxide=persa-gel;"
                               "salicylic acid;calamine;mederma;azelaic acid;epiduo;calcipotriene"},
    DrugClassRow{"eye agent", "latanoprost=xalatan;brimonidine=alphagan;dorzolamide;bimatoprost=lumigan;travoprost"},
    DrugClassRow{"smoking aid", "varenicline=chantix/champix;nicotine=nicorette/nicoderm"},
    DrugClassRow{
        "supplement",
        "vitamin d=cholecalciferol/vitamin d3/ergocalciferol;vitamin b12=cyanocobalamin/b12;folic acid="
        "folate;ferrous sulfate=iron sulfate/feosol;potassium chloride=k-dur/klor-con;biotin;"
        "magnesium oxide;fish oil=omega 3;glucosamine;vitamin c=ascorbic acid;turmeric;multivitamin=multivitamins;"
        "thiamine;coenzyme q10"},
    DrugClassRow{"emergency agent",
                 "epinephrine=epipen/adrenaline;atropine;norepinephrine=levophed;dopamine;vasopressin;"
                 "propofol=diprivan;ketamine;succinylcholine;rocuronium;tranexamic acid;flumazenil;"
                 "alteplase=tpa;dobutamine;etomidate"},
    DrugClassRow{"contrast", "iohexol=omnipaque;gadolinium;iodinated contrast"},
    DrugClassRow{"vaccine", "shingrix;pneumovax;prevnar;gardasil"},
    DrugClassRow{"other drug",
                 "sevelamer=renvela;calcitriol;cinacalcet=sensipar;epoetin=epogen/procrit;filgrastim=neupogen;"
                 "pentoxifylline;acamprosate;disulfiram=antabuse;botulinum toxin=botox;hyaluronic acid=synvisc;"
                 "orlistat=alli;phentermine=adipex;simethicone=gas-x;ursodiol;pancrelipase=creon;"
                 "latuda;riluzole;glatiramer=copaxone;natalizumab=tysabri;ocrelizumab=ocrevus;fingolimod=gilenya;"
                 "interferon beta;teriflunomide;dimethyl fumarate=tecfidera;pyridostigmine=mestinon"},
};

// Pairs that are taken for each other in reading, hearing or typing.
constexpr std::string_view lookAlikePairs =
    "hydroxyzine/hydralazine,metformin/metronidazole,omeprazole/olanzapine,lisinopril/losartan,atenolol/albuterol,"
    "celecoxib/citalopram,furosemide/fluvoxamine,clonidine/clonazepam,lamotrigine/lamivudine,lamotrigine/terbinafine,"
    "bupropion/buspirone,tramadol/trazodone,glipizide/glyburide,prednisone/prednisolone,quetiapine/olanzapine,"
    "carbamazepine/oxcarbazepine,levothyroxine/liothyronine,hydrocodone/oxycodone,oxycodone/oxymorphone,"
    "morphine/hydromorphone,alprazolam/lorazepam,clonazepam/lorazepam,diazepam/diltiazem,amlodipine/amiloride,"
    "amiodarone/amantadine,metoprolol/metoclopramide,metoprolol/misoprostol,cephalexin/ciprofloxacin,"
    "fluoxetine/duloxetine,fluoxetine/paroxetine,sertraline/cetirizine,sitagliptin/saxagliptin,tizanidine/nizatidine,"
    "vinblastine/vincristine,warfarin/apixaban,chlorpromazine/chlordiazepoxide,dobutamine/dopamine,"
    "epinephrine/norepinephrine,risperidone/ropinirole,sumatriptan/zolmitriptan,tolterodine/trospium,"
    "valacyclovir/valganciclovir,penicillin/penicillamine,propranolol/pravastatin,rabeprazole/aripiprazole,"
    "rosuvastatin/atorvastatin,pantoprazole/aripiprazole,methotrexate/metolazone,doxycycline/dicyclomine,"
    "cyclosporine/cyclophosphamide,carboplatin/cisplatin,fluconazole/fluoxetine,gabapentin/pregabalin,"
    "ketorolac/ketamine,mirtazapine/metronidazole,nifedipine/nicardipine,prednisone/primidone,rifampin/rifaximin,"
    "zolpidem/zolmitriptan,azithromycin/azathioprine,cefazolin/ceftriaxone,daptomycin/dactinomycin";

std::string_view cutUntil(std::string_view &text, char separator)
{
    const std::size_t at = std::min(text.find(separator), text.size());
    const std::string_view head = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return head;
}

double numberIn(std::string_view text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void addDrugRow(Lexicon &lexicon, std::string_view drugClass, std::string_view row)
{
    std::string_view doses = row;
    std::string_view names = cutUntil(doses, '@');
    const std::string_view ingredient = cutUntil(names, '=');
    const double least = numberIn(cutUntil(doses, '-'));
    const std::uint16_t id = lexicon.addDrug({ingredient, drugClass, least, numberIn(doses)});
    lexicon.add(Role::Drug, ingredient, id);
    while (!names.empty())
        lexicon.add(Role::Drug, cutUntil(names, '/'), id);
}

} // namespace

void addEnglishDrugs(Lexicon &lexicon)
{
    for (const DrugClassRow &row : classRows)
        for (std::string_view rest = row.drugs; !rest.empty();)
            addDrugRow(lexicon, row.drugClass, cutUntil(rest, ';'));
    for (const DrugClassRow &row : furtherEnglishDrugs())
        for (std::string_view rest = row.drugs; !rest.empty();)
            addDrugRow(lexicon, row.drugClass, cutUntil(rest, ';'));
    for (std::string_view rest = lookAlikePairs; !rest.empty();) {
        std::string_view pair = cutUntil(rest, ',');
        const std::string_view one = cutUntil(pair, '/');
        lexicon.notePair(one, pair);
    }
}

} // namespace countersign::checks
