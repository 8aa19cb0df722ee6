#include "core/checks/language/english.hpp"

namespace countersign::checks
{

// Sides: 1 left, 2 right, 3 both. Synonyms of a place of the body share an id.
void addEnglishBody(Lexicon &lexicon)
{
    lexicon.add(Role::Filler,
                "all right,that's right,right now,right away,right there,right here,right before,right after,"
                "right on,you're right,is that right,right okay,okay right,right where,left over,right around,"
                "has left,have left,just right,right under,right about,right at the");
    lexicon.add(Role::Side, "left,left sided,lt,left hand side", 1);
    lexicon.add(Role::Side, "right,right sided,rt,right hand side", 2);
    lexicon.add(Role::Side, "bilateral,bilaterally,both,both sides,both sided,either side", 3);
    constexpr std::string_view sites[] = {
        "knee,knees,patella,kneecap,patellar,patellofemoral",
        "shoulder,shoulders,rotator cuff,subacromial,deltoid,glenohumeral",
        "hip,hips,trochanter,trochanteric",
        "ankle,ankles,malleolus,talofibular",
        "foot,feet",
        "toe,toes,hallux",
        "hand,hands",
        "wrist,wrists,carpal tunnel",
        "finger,fingers,index finger,middle finger,ring finger",
        "thumb,thumbs",
        "elbow,elbows,epicondyle,epicondylitis,epicondylar,olecranon",
        "arm,arms,upper extremity,upper extremities,forearm,biceps,triceps",
        "leg,legs,lower extremity,lower extremities,thigh,calf,calves,shin",
        "eye,eyes,ocular,eyelid",
        "ear,ears,tympanic membrane,tympanic membranes,eardrum",
        "breast,breasts,mammary,nipple",
        "lung,lungs,pulmonary",
        "kidney,kidneys,renal",
        "ureter,ureteral",
        "ovary,ovaries,ovarian",
        "testicle,testicles,testis,testicular",
        "flank,cva,costovertebral angle",
        "back,lumbar,lower back,low back,paraspinal,lumbar spine",
        "neck,cervical,cervical spine",
        "chest,thorax,thoracic",
        "abdomen,abdominal,belly,stomach,tummy",
        "groin,inguinal",
        "head,skull,scalp",
        "face,facial,cheek",
        "throat,pharynx,oropharynx,tonsil,tonsils,tonsillar",
        "nose,nostril,nostrils,nasal,turbinate",
        "jaw,mandible,tmj",
        "heart,cardiac",
        "carotid,carotids",
        "buttock,buttocks,gluteal,glute",
        "rib,ribs",
        "clavicle,collarbone",
        "axilla,armpit,axillary",
        "quadrant,upper quadrant,lower quadrant",
        "heel,plantar fascia,achilles",
        "atrium,atrial,atria",
        "ventricle,ventricular",
        "skin,dermis",
        "prostate,prostatic",
        "liver,hepatic",
        "joint,joints",
        "sinus,sinuses,maxillary,ethmoid",
    };
    std::uint16_t id = 0;
    for (const std::string_view site : sites)
        lexicon.add(Role::Site, site, ++id);
}

} // namespace countersign::checks
