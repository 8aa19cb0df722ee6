#include "core/checks/language/english.hpp"

namespace countersign::checks
{
namespace
{

struct SiteRow {
    std::string_view names;
    std::string_view regions; // a letter each; places that share one are not told apart
};
constexpr SiteRow siteRows[] = {
    {"knee,knees,patella,kneecap,patellar,patellofemoral", "k"},
    {"shoulder,shoulders,rotator cuff,subacromial,glenohumeral", "s"},
    {"hip,hips,trochanter,trochanteric", "p"},
    {"ankle,ankles,malleolus,talofibular", "a"},
    {"foot,feet", "fath"},
    {"toe,toes,hallux", "t"},
    {"hand,hands", "dimw"},
    {"wrist,wrists,carpal tunnel", "w"},
    {"finger,fingers,index finger,middle finger,ring finger,knuckle,knuckles", "i"},
    {"thumb,thumbs", "m"},
    {"elbow,elbows,epicondyle,epicondylitis,epicondylar,olecranon", "e"},
    {"arm,arms,upper extremity,upper extremities,forearm,biceps,triceps", "esdimw"},
    {"leg,legs,lower extremity,lower extremities,thigh,calf,calves,shin", "kafthp"},
    {"eye,eyes,ocular,eyelid", "y"},
    {"ear,ears,tympanic membrane,tympanic membranes,eardrum", "r"},
    {"breast,breasts,mammary,nipple", "CB"},
    {"lobe,lobes", "Cu"},
    {"lung,lungs,pulmonary", "Cu"},
    {"kidney,kidneys,renal", "lK"},
    {"ureter,ureteral", "lK"},
    {"ovary,ovaries,ovarian", "AO"},
    {"testicle,testicles,testis,testicular", "gT"},
    {"flank,cva,costovertebral angle", "lbA"},
    {"back,lumbar,lower back,low back,paraspinal,lumbar spine", "bl"},
    {"neck,cervical,cervical spine", "co"},
    {"chest,thorax,thoracic", "CBuv"},
    {"abdomen,abdominal,belly,stomach,tummy", "AlLQ"},
    {"groin,inguinal", "gp"},
    {"head,skull,scalp", "yrnjxo"},
    {"face,facial,cheek", "ynjx"},
    {"throat,pharynx,oropharynx,tonsil,tonsils,tonsillar", "o"},
    {"nose,nostril,nostrils,nasal,turbinate", "n"},
    {"jaw,mandible,tmj", "j"},
    {"heart,cardiac", "Cv"},
    {"carotid,carotids", "c"},
    {"buttock,buttocks,gluteal,glute", "pb"},
    {"rib,ribs", "C"},
    {"clavicle,collarbone", "sC"},
    {"axilla,armpit,axillary", "sB"},
    {"quadrant,upper quadrant,lower quadrant", "AQ"},
    {"heel,plantar fascia,achilles", "h"},
    {"atrium,atrial,atria", "v"},
    {"ventricle,ventricular", "v"},
    {"skin,dermis", "*"},
    {"prostate,prostatic", "P"},
    {"liver,hepatic", "LA"},
    {"joint,joints", "*"},
    {"deltoid,collateral", "*"},
    {"sinus,sinuses,maxillary,ethmoid", "nx"},
};

} // namespace

// Sides: 1 left, 2 right, 3 both. Synonyms of a place of the body share an id. The region '*' is everywhere.
void addEnglishBody(Lexicon &lexicon)
{
    lexicon.add(
        Role::Filler,
        "all right,that's right,right now,right away,right there,right here,right before,right after,"
        "come back,comes back,coming back,go back,going back,went back,get back,got back,getting back,back to,back in,"
        "back and forth,back on,back home,call back,call us back,bring you back,bring back,back then,way back,"
        "see you back,have you back,back for,back at,back up,keep an eye,an eye on,an eye out,on the other hand,"
        "hand in hand,face to face,on foot,right on,you're right,is that right,right okay,okay right,right where,left "
        "over,right around,"
        "has left,have left,just right,right under,right about,right at the");
    lexicon.add(Role::Side, "left,left sided,lt,left hand side", 1);
    lexicon.add(Role::Side, "right,right sided,rt,right hand side", 2);
    lexicon.add(Role::Side, "bilateral,bilaterally,both,both sides,both sided,either side", 3);
    std::uint16_t id = 0;
    for (const SiteRow &site : siteRows) {
        lexicon.add(Role::Site, site.names, ++id);
        lexicon.setRegions(id, site.regions);
    }
}

} // namespace countersign::checks
