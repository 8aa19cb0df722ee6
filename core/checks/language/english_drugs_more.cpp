#include "core/checks/language/english.hpp"

#include <array>

// Further ingredients, in the form of english_drugs.cpp.
namespace countersign::checks
{
namespace
{

constexpr std::array rows{
    DrugClassRow{"penicillin",
                 "ticarcillin=timentin;cloxacillin;benzathine penicillin=bicillin la;pivmecillinam=pivya"},
    DrugClassRow{"cephalosporin",
                 "cefotaxime=claforan;cefoxitin=mefoxin;cefotetan;cefprozil=cefzil;ceftaroline=teflaro;"
                 "ceftolozane=zerbaxa;cefiderocol=fetroja;cefditoren;cefradine"},
    DrugClassRow{"carbapenem", "doripenem;aztreonam=azactam"},
    DrugClassRow{"macrolide", "roxithromycin;telithromycin"},
    DrugClassRow{"fluoroquinolone", "norfloxacin=noroxin;gemifloxacin=factive;delafloxacin=baxdela;besifloxacin"},
    DrugClassRow{"tetracycline", "tigecycline=tygacil;eravacycline;omadacycline=nuzyra;demeclocycline;sarecycline;"
                                 "lymecycline"},
    DrugClassRow{"antibiotic", "tedizolid=sivextro;dalbavancin=dalvance;oritavancin;telavancin;colistin=polymyxin e;"
                               "polymyxin b;chloramphenicol;fusidic acid;rifabutin=mycobutin;rifapentine=priftin;"
                               "bedaquiline=sirturo;dapsone;methenamine=hiprex;secnidazole;tinidazole=tindamax;"
                               "retapamulin;teicoplanin"},
    DrugClassRow{"antifungal", "amphotericin=ambisome;caspofungin=cancidas;micafungin=mycamine;anidulafungin;"
                               "posaconazole=noxafil;isavuconazole=cresemba;griseofulvin;efinaconazole=jublia;"
                               "ciclopirox=penlac;econazole;tolnaftate=tinactin;terconazole;butenafine;flucytosine"},
    DrugClassRow{"antiviral", "abacavir=ziagen;raltegravir=isentress;bictegravir=biktarvy;darunavir=prezista;"
                              "atazanavir=reyataz;ritonavir=norvir;lopinavir=kaletra;rilpivirine=edurant;etravirine;"
                              "cabotegravir=apretude;maraviroc;nevirapine;adefovir;ribavirin;ledipasvir;velpatasvir;"
                              "glecaprevir=mavyret;baloxavir=xofluza;zanamivir=relenza;peramivir;molnupiravir=lagevrio;"
                              "letermovir;foscarnet;cidofovir;penciclovir;docosanol=abreva;doravirine"},
    DrugClassRow{"antiparasitic", "nitazoxanide=alinia;pyrantel;malathion;lindane;spinosad;benznidazole;crotamiton"},
    DrugClassRow{"antimalarial", "artemether=coartem;artesunate;primaquine;quinine;tafenoquine;proguanil"},
    DrugClassRow{"nsaid", "flurbiprofen;fenoprofen;tolmetin;diflunisal;ketoprofen;salsalate;aceclofenac;nepafenac;"
                          "bromfenac;parecoxib"},
    DrugClassRow{"opioid", "levorphanol;butorphanol=stadol;nalbuphine;pentazocine=talwin;remifentanil;sufentanil;"
                           "alfentanil;diamorphine;pholcodine;oliceridine"},
    DrugClassRow{"opioid antagonist", "nalmefene;methylnaltrexone=relistor;naloxegol=movantik;naldemedine=symproic"},
    DrugClassRow{"ace inhibitor", "cilazapril;imidapril;zofenopril"},
    DrugClassRow{"angiotensin blocker", "eprosartan=teveten;aliskiren=tekturna"},
    DrugClassRow{"beta blocker", "pindolol;acebutolol;betaxolol=betoptic;penbutolol;landiolol;levobunolol;celiprolol"},
    DrugClassRow{"calcium channel blocker", "nisoldipine=sular;clevidipine=cleviprex;lercanidipine;lacidipine;"
                                            "levamlodipine"},
    DrugClassRow{"diuretic", "ethacrynic acid=edecrin;chlorothiazide=diuril;methyclothiazide;mannitol;finerenone="
                             "kerendia;tolvaptan=samsca;conivaptan"},
    DrugClassRow{"lipid agent", "bempedoic acid=nexletol;inclisiran=leqvio;colestipol=colestid;lomitapide;bezafibrate;"
                                "ciprofibrate"},
    DrugClassRow{"anticoagulant", "acenocoumarol;phenprocoumon;tinzaparin;betrixaban;desirudin;phenindione"},
    DrugClassRow{"anticoagulant reversal", "idarucizumab=praxbind;andexanet=andexxa;protamine;phytonadione=vitamin k;"
                                           "prothrombin complex=kcentra"},
    DrugClassRow{"antiplatelet", "cangrelor=kengreal;eptifibatide=integrilin;tirofiban=aggrastat;abciximab;vorapaxar;"
                                 "ticlopidine;anagrelide"},
    DrugClassRow{"antiarrhythmic", "quinidine;procainamide;disopyramide=norpace;ibutilide=corvert;vernakalant"},
    DrugClassRow{"vasodilator", "nitroprusside;nesiritide;riociguat=adempas;bosentan=tracleer;ambrisentan=letairis;"
                                "macitentan=opsumit;treprostinil=remodulin;epoprostenol=flolan;iloprost;selexipag="
                                "uptravi;moxonidine;vericiguat=verquvo;mavacamten=camzyos;nicorandil"},
    DrugClassRow{"sulfonylurea", "chlorpropamide;tolbutamide;tolazamide"},
    DrugClassRow{"glinide", "repaglinide=prandin;nateglinide=starlix"},
    DrugClassRow{"glucosidase inhibitor", "acarbose=precose;miglitol=glyset"},
    DrugClassRow{"gliptin", "vildagliptin=galvus"},
    DrugClassRow{"gliflozin", "ertugliflozin=steglatro;sotagliflozin=inpefa;bexagliflozin"},
    DrugClassRow{"incretin", "lixisenatide=adlyxin;pramlintide=symlin;albiglutide"},
    DrugClassRow{"insulin", "insulin glulisine=apidra;insulin regular=regular insulin;fiasp;lyumjev;semglee"},
    DrugClassRow{"hyperglycaemic", "glucagon=glucagen/baqsimi;diazoxide;dextrose"},
    DrugClassRow{"thyroid hormone", "desiccated thyroid=armour thyroid/armor thyroid"},
    DrugClassRow{"corticosteroid", "deflazacort=emflaza;cortisone acetate;flunisolide;halobetasol=ultravate;"
                                   "desonide=desowen;halcinonide;desoximetasone=topicort;difluprednate=durezol;"
                                   "loteprednol=lotemax;fluorometholone;alclometasone"},
    DrugClassRow{"bronchodilator", "arformoterol=brovana;indacaterol=arcapta;olodaterol=stiolto/striverdi;"
                                   "aclidinium=tudorza;glycopyrrolate=seebri/robinul;terbutaline;aminophylline;"
                                   "revefenacin=yupelri;metaproterenol;bambuterol"},
    DrugClassRow{"airway agent", "roflumilast=daliresp;zileuton=zyflo;cromolyn=intal/nasalcrom;nedocromil;"
                                 "benralizumab=fasenra;mepolizumab=nucala;reslizumab=cinqair;tezepelumab=tezspire;"
                                 "pirfenidone=esbriet;nintedanib=ofev;dornase=pulmozyme;ivacaftor=kalydeco;"
                                 "elexacaftor=trikafta;acetylcysteine=mucomyst;carbocisteine"},
    DrugClassRow{"antihistamine", "brompheniramine=dimetapp;clemastine=tavist;carbinoxamine;dexchlorpheniramine;"
                                  "olopatadine=patanol/pataday/patanase;ketotifen=zaditor;triprolidine;acrivastine;"
                                  "bilastine;ebastine;rupatadine;dimenhydrinate=dramamine;cyclizine;cinnarizine"},
    DrugClassRow{"decongestant", "xylometazoline;naphazoline;ephedrine"},
    DrugClassRow{"proton pump inhibitor", "vonoprazan=voquezna"},
    DrugClassRow{"antacid", "magnesium hydroxide=milk of magnesia;sodium bicarbonate=baking soda;alka-seltzer;"
                            "misoprostol=cytotec;alginate"},
    DrugClassRow{"laxative", "plecanatide=trulance;prucalopride=motegrity;lactitol;glycerin;macrogol=movicol;"
                             "methylcellulose=citrucel;tenapanor=ibsrela;sodium picosulfate;ispaghula=fybogel"},
    DrugClassRow{"antidiarrheal", "crofelemer;racecadotril;eluxadoline=viberzi"},
    DrugClassRow{"antiemetic", "granisetron;palonosetron=aloxi;aprepitant=emend;fosaprepitant;trimethobenzamide=tigan;"
                               "dronabinol=marinol;nabilone;doxylamine pyridoxine=diclegis;droperidol;rolapitant"},
    DrugClassRow{"antispasmodic", "propantheline;peppermint oil;alverine;otilonium"},
    DrugClassRow{"bowel agent", "balsalazide=colazal;olsalazine;risankizumab=skyrizi;ozanimod=zeposia;teduglutide;"
                                "mirikizumab;rifamycin;obeticholic acid=ocaliva"},
    DrugClassRow{"snri", "levomilnacipran=fetzima"},
    DrugClassRow{"antidepressant", "nefazodone;esketamine=spravato;phenelzine=nardil;tranylcypromine=parnate;"
                                   "isocarboxazid;moclobemide;agomelatine;reboxetine;brexanolone=zulresso;zuranolone="
                                   "zurzuvae;gepirone;dextromethorphan bupropion=auvelity"},
    DrugClassRow{"tricyclic", "protriptyline;trimipramine;amoxapine;maprotiline;dosulepin;lofepramine"},
    DrugClassRow{"benzodiazepine", "oxazepam=serax;clorazepate=tranxene;flurazepam;estazolam;nitrazepam;quazepam;"
                                   "remimazolam;bromazepam;lormetazepam"},
    DrugClassRow{"hypnotic", "lemborexant=dayvigo;daridorexant=quviviq;doxepin low dose=silenor;zopiclone=zimovane;"
                             "tasimelteon=hetlioz;chloral hydrate"},
    DrugClassRow{"antipsychotic",
                 "fluphenazine=prolixin;perphenazine=trilafon;thioridazine=mellaril;thiothixene=navane;"
                 "trifluoperazine=stelazine;loxapine=loxitane;asenapine=saphris;iloperidone=fanapt;"
                 "brexpiprazole=rexulti;lumateperone=caplyta;pimavanserin=nuplazid;amisulpride;"
                 "sulpiride;flupentixol;zuclopenthixol;pimozide;molindone"},
    DrugClassRow{"anticonvulsant", "brivaracetam=briviact;perampanel=fycompa;rufinamide=banzel;vigabatrin=sabril;"
                                   "tiagabine=gabitril;felbamate=felbatol;cenobamate=xcopri;eslicarbazepine=aptiom;"
                                   "methsuximide;fosphenytoin=cerebyx;cannabidiol=epidiolex;stiripentol;fenfluramine;"
                                   "ezogabine"},
    DrugClassRow{"stimulant", "dextroamphetamine=dexedrine;methamphetamine=desoxyn;viloxazine=qelbree;solriamfetol="
                              "sunosi;pitolisant=wakix;caffeine;sodium oxybate=xyrem"},
    DrugClassRow{"triptan", "almotriptan=axert;lasmiditan=reyvow"},
    DrugClassRow{"migraine agent", "fremanezumab=ajovy;eptinezumab=vyepti;atogepant=qulipta;dihydroergotamine=dhe;"
                                   "ergotamine=cafergot;isometheptene;pizotifen;zavegepant"},
    DrugClassRow{"muscle relaxant", "dantrolene=dantrium;chlorzoxazone=parafon;quinine sulfate"},
    DrugClassRow{"dementia agent", "lecanemab=leqembi;aducanumab=aduhelm;donanemab=kisunla"},
    DrugClassRow{"parkinson agent", "entacapone=comtan/stalevo;opicapone=ongentys;tolcapone=tasmar;safinamide=xadago;"
                                    "rotigotine=neupro;apomorphine;trihexyphenidyl=artane;istradefylline=nourianz;"
                                    "bromocriptine=parlodel;procyclidine"},
    DrugClassRow{"movement agent", "tetrabenazine=xenazine;deutetrabenazine=austedo;valbenazine=ingrezza"},
    DrugClassRow{"urinary agent", "darifenacin=enablex;fesoterodine=toviaz;vibegron=gemtesa;silodosin=rapaflo;"
                                  "flavoxate;bethanechol=urecholine;pentosan=elmiron;potassium citrate=urocit-k"},
    DrugClassRow{"pde5 inhibitor", "avanafil=stendra;alprostadil=caverject"},
    DrugClassRow{"gout agent", "pegloticase=krystexxa;lesinurad;sulfinpyrazone;rasburicase"},
    DrugClassRow{"antirheumatic", "sarilumab=kevzara;baricitinib=olumiant;anakinra=kineret;canakinumab=ilaris;"
                                  "belimumab=benlysta;anifrolumab=saphnelo;tildrakizumab=ilumya;guselkumab=tremfya;"
                                  "brodalumab=siliq;bimekizumab=bimzelx;tralokinumab=adbry;deucravacitinib=sotyktu;"
                                  "abrocitinib=cibinqo;avacopan=tavneos;penicillamine;gold sodium;voclosporin"},
    DrugClassRow{"immunosuppressant", "belatacept=nulojix;basiliximab=simulect;antithymocyte globulin=thymoglobulin;"
                                      "alemtuzumab=lemtrada;eculizumab=soliris;ravulizumab=ultomiris;immune globulin="
                                      "ivig;cladribine=mavenclad"},
    DrugClassRow{"bone agent", "romosozumab=evenity;abaloparatide=tymlos;calcitonin=miacalcin;pamidronate;etidronate;"
                               "burosumab"},
    DrugClassRow{"hormone", "norgestrel;desogestrel;norgestimate=sprintec/ortho tri-cyclen;dienogest;ulipristal=ella;"
                            "elagolix=orilissa;relugolix=orgovyx/myfembree;leuprolide depot=eligard;goserelin=zoladex;"
                            "triptorelin;degarelix=firmagon;megestrol=megace;danazol;oxandrolone;estriol;ospemifene="
                            "osphena;clomifene;follitropin=gonal-f;chorionic gonadotropin=pregnyl;lanreotide="
                            "somatuline;pasireotide;pegvisomant;tesamorelin;fezolinetant=veozah;nuvaring;"
                            "birth control=birth control pill/birth control pills/oral contraceptive/oral "
                            "contraceptives/the pill"},
    DrugClassRow{"oncology agent",
                 "abemaciclib=verzenio;ribociclib=kisqali;fulvestrant=faslodex;pertuzumab=perjeta;lapatinib=tykerb;"
                 "neratinib=nerlynx;tucatinib=tukysa;olaparib=lynparza;niraparib=zejula;osimertinib=tagrisso;gefitinib="
                 "iressa;afatinib=gilotrif;crizotinib=xalkori;alectinib=alecensa;lorlatinib;dabrafenib=tafinlar;"
                 "trametinib=mekinist;vemurafenib=zelboraf;ipilimumab=yervoy;atezolizumab=tecentriq;durvalumab=imfinzi;"
                 "cetuximab=erbitux;panitumumab=vectibix;ramucirumab=cyramza;sunitinib=sutent;sorafenib=nexavar;"
                 "pazopanib=votrient;cabozantinib=cabometyx;axitinib=inlyta;lenvatinib=lenvima;regorafenib=stivarga;"
                 "dasatinib=sprycel;nilotinib=tasigna;bosutinib;ponatinib=iclusig;ruxolitinib=jakafi;venetoclax="
                 "venclexta;acalabrutinib=calquence;zanubrutinib=brukinsa;idelalisib;daratumumab=darzalex;carfilzomib="
                 "kyprolis;pomalidomide=pomalyst;thalidomide=thalomid;melphalan;busulfan;chlorambucil;bendamustine;"
                 "ifosfamide;temozolomide=temodar;dacarbazine;carmustine;bleomycin;mitomycin;dactinomycin;daunorubicin;"
                 "epirubicin;idarubicin;mitoxantrone;vinblastine;vinorelbine;eribulin=halaven;topotecan;pemetrexed="
                 "alimta;cytarabine;mercaptopurine=purinethol;fludarabine;azacitidine;decitabine;methotrexate sodium;"
                 "abiraterone=zytiga;apalutamide=erleada;darolutamide=nubeqa;flutamide;toremifene;asparaginase;"
                 "tretinoin oral;arsenic trioxide;interferon alfa;aldesleukin;imiquimod=aldara"},
    DrugClassRow{"skin agent", "tazarotene=tazorac;trifarotene=aklief;clascoterone=winlevi;pimecrolimus=elidel;"
                               "crisaborole=eucrisa;tapinarof;acitretin=soriatane;coal tar;selenium sulfide=selsun;"
                               "pyrithione zinc=head and shoulders;hydroquinone;silver sulfadiazine;urea cream;"
                               "calcipotriol;podofilox=condylox;sulfacetamide;brimonidine gel=mirvaso;dapsone gel="
                               "aczone;zinc oxide;petroleum jelly=vaseline;capsaicin;menthol=biofreeze/icy hot;"
                               "diclofenac gel=voltaren gel;eflornithine;glycopyrronium=qbrexza"},
    DrugClassRow{"eye agent",
                 "tafluprost;netarsudil=rhopressa;brinzolamide=azopt;pilocarpine;cyclopentolate;"
                 "tropicamide;lifitegrast=xiidra;artificial tears=refresh;ranibizumab=lucentis;aflibercept="
                 "eylea;faricimab=vabysmo;verteporfin"},
    DrugClassRow{
        "supplement",
        "calcium=calcium citrate/caltrate;zinc;vitamin e=tocopherol;vitamin a;vitamin b6=pyridoxine;niacinamide;"
        "riboflavin;selenium;iodine;iron;ginkgo=ginkgo biloba;st john's wort;echinacea;saw palmetto;probiotic="
        "probiotics;chondroitin;collagen;creatine;ginseng;valerian;black cohosh;red yeast rice;cinnamon;"
        "elderberry;prenatal vitamin=prenatal vitamins;ferrous gluconate;magnesium;potassium gluconate;"
        "levocarnitine;sodium chloride tablets=salt tablets;cbd oil=cbd"},
    DrugClassRow{"emergency agent", "phentolamine;milrinone;isoproterenol=isuprel;vecuronium;cisatracurium;"
                                    "sugammadex=bridion;neostigmine;physostigmine;tenecteplase=tnkase;reteplase;"
                                    "aminocaproic acid;calcium gluconate;dexmedetomidine=precedex;methylene blue;"
                                    "hydroxocobalamin;pralidoxime;fomepizole;deferoxamine;dimercaprol;digoxin immune "
                                    "fab=digifab;activated charcoal;sevoflurane;desflurane;isoflurane;nitrous oxide;"
                                    "bupivacaine=marcaine;ropivacaine=naropin;chloroprocaine;benzocaine;mepivacaine;"
                                    "prilocaine;thiopental;methohexital"},
    DrugClassRow{"vaccine", "heplisav;menactra;bexsero;boostrix;fluzone;varivax;zostavax;rabies vaccine;comirnaty;"
                            "spikevax;arexvy"},
    DrugClassRow{
        "other drug",
        "lanthanum=fosrenol;ferric citrate=auryxia;calcium acetate=phoslo;patiromer=veltassa;sodium zirconium="
        "lokelma;darbepoetin=aranesp;paricalcitol=zemplar;etelcalcetide=parsabiv;iron sucrose=venofer;"
        "ferumoxytol;pegfilgrastim=neulasta;romiplostim=nplate;eltrombopag=promacta;luspatercept;"
        "crizanlizumab;voxelotor=oxbryta;hydroxyprogesterone=makena;methylergonovine=methergine;carboprost="
        "hemabate;dinoprostone;mifepristone=mifeprex;edaravone=radicava;dalfampridine=ampyra;siponimod="
        "mayzent;ponesimod;ofatumumab=kesimpta;diroximel fumarate=vumerity;nusinersen=spinraza;amifampridine="
        "firdapse;efgartigimod=vyvgart;bimagrumab;setmelanotide;naltrexone bupropion=contrave;phentermine "
        "topiramate=qsymia;lofexidine=lucemyra;cytisinicline;betahistine;droxidopa=northera;midodrine="
        "proamatine;pancuronium;sapropterin;miglustat;cysteamine;nitisinone;tiopronin;trientine;penicillamine;"
        "lactase=lactaid;alpha galactosidase=beano;saliva substitute=biotene;hypromellose;medical marijuana=thc/"
        "cannabis oil"},
};

} // namespace

std::span<const DrugClassRow> furtherEnglishDrugs()
{
    return rows;
}

} // namespace countersign::checks
