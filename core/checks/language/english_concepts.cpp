#include "core/checks/language/english.hpp"

namespace countersign::checks
{
namespace
{

// One line a finding or a condition: how charts and people call it. The first is its name. These mean little without
// the place of the body: no pain in the hand says nothing of the back.
constexpr std::string_view siteBound[] = {
    "pain,pains,painful,ache,aches,aching,sore,soreness,hurts,hurt,hurting,discomfort,tender,tenderness,pain to "
    "palpation",
    "weakness,weak",
    "numbness,numb",
    "tingling,paraesthesia,paraesthesias,paresthesia,paresthesias,pins and needles,tingly",
    "swelling,swollen,swell,edema,oedema",
    "redness,erythema,erythematous,red,reddened",
    "bruising,bruise,bruises,ecchymosis,ecchymoses,contusion",
    "warmth,warm to touch",
    "effusion,effusions,joint effusion,fluid in the joint",
    "rash,rashes,skin eruption,hives,urticaria",
    "itching,itchy,itch,pruritus,pruritic",
    "bleeding,bleed,bleeds,hemorrhage,haemorrhage",
    "stiffness,stiff",
    "locking,catching",
    "instability,unstable,gives way,giving way",
    "deformity,deformities",
    "fracture,fractures,broken bone,fractured,broken",
    "dislocation,dislocated",
    "sprain,sprained,strain,strained",
    "tear,torn,rupture,ruptured",
    "lump,lumps,mass,masses,nodule,nodules,lesion,lesions,bump,bumps",
    "cancer,cancers,carcinoma,malignancy,malignant,tumor,tumors,tumour",
    "infection,infections,infected",
    "ulcer,ulcers,ulceration,wound,wounds",
    "surgery,surgeries,operation,surgical",
    "injury,injuries,injured,trauma,traumatic",
    "spasm,spasms,cramp,cramps,cramping",
    "burning sensation,burning",
    "clicking,popping,pop,click,crepitus,grinding",
    "stenosis,narrowing",
    "acne,pimples,comedones",
    "rub,rubs",
};

constexpr std::string_view concepts[] = {
    "chest pain,cp,chest pains,chest discomfort,angina,pain in my chest,pain in your chest,chest pressure,chest "
    "tightness",
    "shortness of breath,dib,difficulty in breathing,work of breathing,breathing difficulty,breathing "
    "difficulties,wob,short of breath,dyspnea,sob,breathless,breathlessness,trouble breathing,difficulty breathing,"
    "winded,hard to breathe,dyspnoea,dyspnea on exertion,exertional dyspnea,out of breath,breathing problems,problems "
    "breathing",
    "abdominal pain,pain in my tummy,pain in your tummy,pain in the abdomen,pain in my abdomen,gut pain,belly "
    "pain,stomach pain,tummy pain,stomach ache,stomachache,abdo pain,pain in my stomach,"
    "pain in your belly,pain in my belly,belly ache",
    "back pain,low back pain,lower back pain,lumbago,pain in my back,backache",
    "headache,headaches,cephalgia,head pain",
    "migraine,migraines",
    "joint pain,joint pains,arthralgia,arthralgias",
    "muscle pain,muscle aches,myalgia,myalgias,muscle pains,body aches",
    "sore throat,throat pain,pharyngitis,odynophagia",
    "fever,pyrexial,feverish,running a temperature,high temp,fevers,febrile,pyrexia,high temperature",
    "chills,chill,rigors,shivers",
    "night sweats,sweats,sweating,diaphoresis,sweaty",
    "cough,coughing,coughs",
    "sputum,phlegm,mucus",
    "wheeze,wheezing,wheezes",
    "nausea,feeling sick,feel sick,felt sick,nauseous,nauseated,queasy,sick to your stomach,sick to my stomach",
    "vomiting,vomits,being sick,vomit,emesis,throwing up,threw up,throw up,vomited",
    "diarrhea,the runs,loose bowel movement,loose bowel movements,diarrhoea,loose stool,loose stools,watery "
    "stool,watery stools",
    "constipation,constipated",
    "blood in stool,blood in stools,blood in the stool,blood in the stools,hematochezia,melena,bloody stool,bloody "
    "stools,"
    "black stools,rectal bleeding,blood in your stool,blood in my stool,black tarry stools",
    "blood in urine,hematuria,haematuria,blood in the urine,blood in your urine,blood in my urine",
    "dysuria,stinging when i pee,hurts to pee,hurts when i pee,burns when i pee,burning with urination,burning on "
    "urination,painful urination,pain with urination,pain when you pee,"
    "burning when you pee,burning when i pee,burning urination,burning sensation when i pee,pain urinating",
    "urinary frequency,going to the toilet a lot,peeing more,frequent urination,peeing a lot,polyuria",
    "urinary incontinence,incontinence,incontinent,leakage",
    "dizziness,woozy,wooziness,giddy,giddiness,dizzy,lightheaded,lightheadedness,light headed,vertigo,light headedness",
    "syncope,loc,collapse,collapsed,blacked out,fainting,fainted,passed out,passing out,faint,blackout,loss of "
    "consciousness,lose consciousness",
    "palpitations,heart pounding,pounding heart,heart is racing,heart skipping,skipped "
    "beats,fluttering,palpitation,heart racing,racing heart,heart fluttering,heart beating fast",
    "fatigue,lethargic,lethargy,worn out,run down,tired,tiredness,fatigued,exhausted,exhaustion,lack of energy,low "
    "energy",
    "weight loss,dropped weight,losing pounds,lost weight,losing weight,loss of weight",
    "weight gain,gained weight,gaining weight",
    "loss of appetite,off my food,not eating much,decreased appetite,poor appetite,reduced appetite,appetite "
    "loss,anorexia,not hungry",
    "insomnia,cannot sleep,ca n't sleep,not sleeping well,poor sleep,trouble sleeping,difficulty sleeping,can't "
    "sleep,sleep problems,sleeplessness",
    "anxiety,worried,nervous,on edge,anxious,nervousness,worry,panic",
    "depression,depressed,depressive,low mood,feeling down,feel down,feels down,felt down,a little down,getting you "
    "down,"
    "getting me down,feeling low,down in the dumps,feeling sad,low spirits",
    "suicidal ideation,suicidal,self harm,suicidality,hurt yourself,hurting yourself,suicidal thoughts,thoughts of "
    "suicide,thoughts of self harm,suicide,kill myself,kill yourself,killing myself,killing yourself,hurt myself,"
    "hurting myself,harm yourself,harming yourself,harm myself,harming myself,harm himself,harm herself,end my "
    "life,end "
    "your life,ending my life,ending your life,self injury",
    "nasal congestion,congestion,stuffy nose,congested,stuffed up",
    "runny nose,rhinorrhea,nasal discharge,rhinorrhoea",
    "ear pain,otalgia,earache",
    "hearing loss,trouble hearing,hard of hearing,difficulty hearing",
    "blurry vision,visual disturbance,visual disturbances,trouble seeing,blurred vision,vision changes,visual "
    "changes,vision problems,change in vision",
    "double vision,diplopia",
    "photophobia,light sensitivity,sensitivity to light,sensitive to light",
    "dysphagia,difficulty swallowing,trouble swallowing,hard to swallow,problems swallowing",
    "heartburn,acid reflux,reflux,gerd,gastroesophageal reflux,gord,gastroesophageal reflux disease",
    "bloating,bloated,distension,distention,distended",
    "jaundice,jaundiced,yellow skin,icterus,scleral icterus",
    "lymphadenopathy,swollen glands,enlarged lymph nodes,swollen lymph nodes,adenopathy",
    "murmur,murmurs,heart murmur,ejection murmur,systolic murmur",
    "gallop,gallops",
    "extra heart sounds,extra beats,extra heart sound,extra sounds",
    "carotid bruit,carotid bruits,bruit,bruits",
    "rales,crackles,crackle",
    "rhonchi,rhonchus",
    "rebound,rebound tenderness",
    "guarding",
    "cyanosis,cyanotic,clubbing",
    "seizure,seizures,convulsion,fits",
    "tremor,tremors,shaking",
    "stroke,cva,cerebrovascular accident,tia",
    "confusion,muddled,confused,disoriented,memory loss,forgetful",
    "hypertension,high blood pressure,htn,hypertensive,elevated blood pressure",
    "hypotension,low blood pressure",
    "diabetes,diabetic,diabetes mellitus,t2dm,t1dm,dm,t2d,t1d",
    "hypoglycemia,hypoglycaemia,low blood sugar,low sugar",
    "hyperlipidemia,hyperlipidaemia,hypercholesterolaemia,hld,high "
    "cholesterol,hypercholesterolemia,dyslipidemia,elevated cholesterol",
    "coronary artery disease,ischaemic heart disease,ihd,cad,coronary disease,ischemic heart disease",
    "heart attack,myocardial infarction,mi",
    "heart failure,congestive heart failure,chf,cardiac failure",
    "atrial fibrillation,afib,a fib,a-fib",
    "asthma,asthmatic",
    "copd,emphysema,chronic obstructive pulmonary disease",
    "pneumonia",
    "pulmonary embolism,pe,blood clot,blood clots,dvt,deep vein thrombosis",
    "kidney disease,chronic kidney disease,ckd,renal disease,renal failure,kidney failure,kidney problems",
    "kidney stone,kidney stones,nephrolithiasis,renal stone,renal calculi,stones",
    "urinary tract infection,uti,bladder infection,cystitis",
    "hypothyroidism,hypothyroid,underactive thyroid,low thyroid",
    "hyperthyroidism,hyperthyroid,overactive thyroid",
    "anemia,anemic,anaemia,low blood count,low hemoglobin",
    "arthritis,osteoarthritis,arthritic",
    "osteoporosis,osteopenia",
    "gout,gouty",
    "hepatitis,hepatitis c,hep c",
    "cirrhosis,liver disease",
    "gallstones,cholelithiasis,gallbladder disease",
    "appendicitis",
    "diverticulitis,diverticulosis",
    "colitis,crohn's,crohns,ibs,irritable bowel,inflammatory bowel disease",
    "abscess,cellulitis",
    "hernia,herniated,herniation,hernias",
    "radiculopathy,sciatica,sciatic",
    "neuropathy,neuropathic",
    "sleep apnea,sleep apnoea,osa,obstructive sleep apnea",
    "pregnant,pregnancy,gravid",
    "menstrual bleeding,menstruation,menses,menstrual,period,periods",
    "vaginal discharge,discharge",
    "erectile dysfunction,impotence",
    "smoking,smoke,smokes,smoked,smoker,tobacco,cigarettes,vape,vaping",
    "alcohol,drinking,drinks,drink alcohol,etoh,drinker,wine,beer,alcohol use,alcohol abuse,alcoholism,alcoholic,binge "
    "drinking,liquor",
    "drug use,illicit drugs,recreational drugs,street drugs,illicit drug,marijuana,cocaine,cannabis,iv drug use,"
    "intravenous drug use,injection drug use,iv drugs,intravenous drugs,drug abuse,substance abuse,substance "
    "use,heroin,"
    "methamphetamine,crystal meth,weed",
    "fall,falls,fell,falling,fallen",
    "allergies,hay fever,seasonal allergies",
    "psoriasis,eczema,dermatitis",
    "twitch,twitching,tic,tics",
    "snoring,snore,snores",
    "hoarseness,hoarse",
    "fussy,irritable,irritability",
    "papilledema",
    "aortic stenosis",
    "regurgitation",
};

} // namespace

void addEnglishConcepts(Lexicon &lexicon)
{
    for (const std::string_view row : siteBound)
        lexicon.add(Role::Concept, row, lexicon.addConcept(row.substr(0, row.find(','))));
    lexicon.endSiteBound();
    for (const std::string_view row : concepts)
        lexicon.add(Role::Concept, row, lexicon.addConcept(row.substr(0, row.find(','))));
}

} // namespace countersign::checks
