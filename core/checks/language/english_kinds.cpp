#include "core/checks/language/english.hpp"
#include "core/checks/language/kinds.hpp"

#include <algorithm>
#include <array>

namespace countersign::checks
{
namespace
{

// One line a kind. A name that the tables know stands for all its synonyms.
constexpr std::array kindRows{
    "x ray,mri,ct scan,pet scan,ultrasound,bone density scan,mammogram,angiogram",
    "echocardiogram,electrocardiogram,holter monitor,stress test,cardiac catheterization",
    "colonoscopy,endoscopy,sigmoidoscopy,bronchoscopy,cystoscopy,laryngoscopy",
    "complete blood count,metabolic panel,lipid panel,liver function tests,thyroid function tests,kidney function "
    "test,hemoglobin a1c,"
    "blood sugar,d dimer,troponin,bnp,uric acid,esr,psa,urinalysis,urine culture,blood culture",
    "biopsy,excision,amputation,debridement",
    "spirometry,peak flow,sleep study,bronchoscopy",
    "physical therapy,occupational therapy,speech therapy,acupuncture,massage,chiropractor",
    "splint,cast,brace,sling,boot,crutches,cane,wheelchair,rollator",
    "cardiology,dermatology,endocrinology,gastroenterology,hematology,oncology,nephrology,neurology,neurosurgery,"
    "ophthalmology,orthopedics,otolaryngology,podiatry,psychiatry,psychology,pulmonology,rheumatology,urology,"
    "gynecology,allergist,vascular surgery,dietitian,pediatrician,plastic surgeon,general surgeon,dentist",
    "hospital,hospital admission,emergency room,urgent care,nursing home,intensive care,hospice,pharmacy",
    "numbness,weakness,stiffness,swelling",
    "swelling,bruising,redness,rash,drainage",
    "depression,anxiety,mania,insomnia,bipolar,schizophrenia,ptsd,adhd,autism,obsessive compulsive disorder,eating "
    "disorder",
    "sprain,fracture,tear,dislocation,arthritis,tendinitis,bursitis",
    "kidney stone,gallstones,urinary tract infection,pyelonephritis",
    "nausea,vomiting,diarrhea,constipation,heartburn",
    "heartburn,gastritis,ulcer,polyp",
    "chills,night sweats,fever",
    "dizziness,headache,migraine,seizure,stroke",
    "cough,hoarseness,wheezing,sore throat,congestion",
    "hypertension,hypotension",
    "hyperglycemia,hypoglycemia",
    "hypothyroidism,hyperthyroidism",
    "rheumatoid arthritis,psoriatic arthritis,gout,osteoporosis,lupus,fibromyalgia,ankylosing spondylitis,scleroderma,"
    "sjogren's syndrome,polymyalgia rheumatica",
    "asthma,copd,bronchitis,pneumonia,cystic fibrosis,pulmonary fibrosis,bronchiectasis,tuberculosis,sarcoidosis",
    "smoking,alcohol,drug use",
    "married,divorced,widowed",
    "running,swimming,cycling,hiking,skiing,golfing,jogging,basketball,football,soccer,tennis,volleyball,baseball",
    "standing,sitting,lying,laying,walking",
    "heat,ice",
    "varus,valgus",
    "coffee,tea,soda",
    "multiple sclerosis,muscular dystrophy,lou gehrig's disease,myasthenia gravis,parkinson's disease,huntington's "
    "disease,guillain barre,cerebral palsy,dementia,epilepsy",
    "breast cancer,lung cancer,colon cancer,prostate cancer,ovarian cancer,pancreatic cancer,brain tumor,thyroid "
    "cancer,"
    "kidney cancer,stomach cancer,melanoma,basal cell carcinoma,lymphoma,leukemia,multiple myeloma",
    "heart attack,heart failure,stroke,cardiac arrest,cardiomyopathy,pericarditis",
    "atrial fibrillation,atrial flutter,heart block",
    "aortic stenosis,mitral regurgitation,mitral stenosis",
    "hyperkalemia,hypokalemia",
    "hyponatremia,hypernatremia",
    "hypercalcemia,hypocalcemia",
    "celiac disease,colitis,diverticulitis,pancreatitis,appendicitis,cholecystitis,gastroenteritis,peptic ulcer",
    "hepatitis,cirrhosis,fatty liver",
    "glaucoma,cataract,macular degeneration,retinal detachment",
    "anemia,leukemia,thrombocytopenia,hemophilia,sickle cell",
    "covid,influenza,upper respiratory infection,mononucleosis",
    "benign prostatic hyperplasia,prostatitis,prostate cancer",
    "endometriosis,fibroids,polycystic ovary syndrome",
    "carpal tunnel syndrome,trigger finger,tennis elbow",
    "kidney transplant,liver transplant,heart transplant,lung transplant,bone marrow transplant,pancreas transplant,"
    "corneal transplant",
    "pneumothorax,pulmonary embolism,pleurisy",
};
static_assert(kindRows.size() <= 64);

struct Member {
    WordKey key = 0;
    KindMask kinds = 0;
};

WordKey keyOf(const Tokens &name)
{
    const Lexicon::Phrase *phrase = english().match(name.list);
    return phrase ? phrase->key : name.list.front().key;
}

// Open addressing, as most words that are looked for are of no kind.
class Members
{
public:
    Members() : slots_(size) {}
    void add(WordKey key, KindMask kinds)
    {
        Member &slot = slots_[placeOf(key)];
        slot.key = key;
        slot.kinds |= kinds;
    }
    [[nodiscard]] KindMask find(WordKey key) const { return slots_[placeOf(key)].kinds; }

private:
    static constexpr std::size_t size = 2048; // well over twice as many as there are members
    [[nodiscard]] std::size_t placeOf(WordKey key) const
    {
        std::size_t at = key >> 16 & (size - 1);
        while (slots_[at].kinds != 0 && slots_[at].key != key)
            at = (at + 1) & (size - 1);
        return at;
    }
    std::vector<Member> slots_;
};

Members readMembers()
{
    Members members;
    for (std::size_t row = 0; row < kindRows.size(); ++row)
        for (std::string_view rest = kindRows[row]; !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            const Tokens name = cutTokens(rest.substr(0, end));
            members.add(keyOf(name), KindMask{1} << row);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    return members;
}

KindMask kindsOfKey(WordKey key)
{
    static const Members members = readMembers();
    return members.find(key);
}

} // namespace

std::vector<KindMask> kindsIn(const Reading &reading)
{
    // The tables take it for arthritis of any kind, which bears it out; a draft that says more has named its kind.
    static const WordKey osteoarthritis = wordKey("osteoarthritis");
    static const KindMask arthritides = kindsOf("rheumatoid arthritis");
    std::vector<KindMask> kinds;
    kinds.reserve(reading.terms.size());
    for (const Term &term : reading.terms) {
        kinds.push_back(isSubstance(term.role) ? kindsOfKey(term.key) : 0);
        if (reading.tokens.list[term.first].key == osteoarthritis)
            kinds.back() |= arthritides;
    }
    return kinds;
}

KindMask kindsOf(std::string_view name)
{
    return kindsOfKey(keyOf(cutTokens(name)));
}

} // namespace countersign::checks
