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
    "complete blood count,metabolic panel,lipid panel,liver function tests,thyroid function tests,hemoglobin a1c,"
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
    "depression,anxiety,mania,insomnia",
    "sprain,fracture,tear,dislocation,arthritis,tendinitis,bursitis",
    "kidney stone,gallstones,urinary tract infection",
    "nausea,vomiting,diarrhea,constipation,heartburn",
    "heartburn,gastritis,ulcer,polyp",
    "chills,night sweats,fever",
    "dizziness,headache,migraine,seizure,stroke",
    "cough,hoarseness,wheezing,sore throat,congestion",
    "hypertension,hypotension",
    "hyperglycemia,hypoglycemia",
    "hypothyroidism,hyperthyroidism",
    "rheumatoid arthritis,psoriatic arthritis,gout,osteoporosis,lupus",
    "asthma,copd,bronchitis,pneumonia",
    "smoking,alcohol,drug use",
    "married,divorced,widowed",
    "running,swimming,cycling,hiking,skiing,golfing,jogging,basketball,football,soccer,tennis,volleyball,baseball",
    "standing,sitting,lying,laying,walking",
    "heat,ice",
    "varus,valgus",
    "coffee,tea,soda",
};
static_assert(kindRows.size() <= 32);

struct Member {
    WordKey key = 0;
    KindMask kinds = 0;
};

WordKey keyOf(const Tokens &name)
{
    const Lexicon::Phrase *phrase = english().match(name.list);
    return phrase ? phrase->key : name.list.front().key;
}

std::vector<Member> readMembers()
{
    std::vector<Member> members;
    for (std::size_t row = 0; row < kindRows.size(); ++row)
        for (std::string_view rest = kindRows[row]; !rest.empty();) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            const Tokens name = cutTokens(rest.substr(0, end));
            const WordKey key = keyOf(name);
            const auto at = std::ranges::lower_bound(members, key, {}, &Member::key);
            if (at == members.end() || at->key != key)
                members.insert(at, {key, KindMask{1} << row});
            else
                at->kinds |= KindMask{1} << row;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    return members;
}

KindMask kindsOfKey(WordKey key)
{
    static const std::vector<Member> members = readMembers();
    const auto at = std::ranges::lower_bound(members, key, {}, &Member::key);
    return at == members.end() || at->key != key ? 0 : at->kinds;
}

} // namespace

KindMask kindsOf(const Term &term)
{
    return isSubstance(term.role) ? kindsOfKey(term.key) : 0;
}

KindMask kindsOf(std::string_view name)
{
    return kindsOfKey(keyOf(cutTokens(name)));
}

} // namespace countersign::checks
