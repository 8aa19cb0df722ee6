#include "core/checks/language/english.hpp"

#include <array>
#include <string>

// Words that say how something is, each row one question with its answers, parted by '|': a draft that gives another
// answer than its source contradicts it.
namespace countersign::checks
{
namespace
{

struct QualityRow {
    std::uint16_t dimension;
    std::string_view answers;
};

constexpr std::array qualityRows{
    QualityRow{
        quality::period,
        "daily,everyday,qd,q d,q day|weekly|monthly|yearly,annually,annual|hourly|every other day,alternate days,"
        "qod,every second day|bid,b i d|tid,t i d|qid,q i d|every other week,biweekly,every second week"},
    QualityRow{quality::route,
               "oral,orally,by mouth,po,p o,in pill form"
               "|intravenous,intravenously,iv,i v,infusion,infusions,drip,infused"
               "|intramuscular,intramuscularly,injection,injections,injected,inject,subcutaneous,subcutaneously,"
               "under the skin,sub q,subq,shot,shots,intraarticular"
               "|topical,topically,cream,creams,ointment,lotion,gel"
               "|inhaled,inhaler,inhalers,nebulizer,nebulizers,nebulized,nebuliser,inhalation"
               "|nasal spray,nasal sprays,intranasal,intranasally,nose spray"
               "|eye drop,eye drops,eyedrops,ophthalmic|suppository,suppositories,rectally"
               "|patch,patches,transdermal|sublingual,sublingually,under the tongue"},
    QualityRow{quality::dayTime,
               "in the morning,in the mornings,every morning,each morning,mornings,morning,am dose"
               "|in the afternoon,afternoon,at noon,midday,at lunch"
               "|in the evening,in the evenings,evening,evenings,at night,nightly,at bedtime,bedtime,before bed,qhs,"
               "every night,each night,nights,every evening,nighttime,at nighttime,during the night,before sleep"},
    QualityRow{quality::degree,
               "mild,mildly,slight,slightly,minimal,minimally,a little bit,little bit,a little,trace,minor,faint,"
               "a touch of,subtle"
               "|moderate,moderately|severe,severely,marked,markedly,extreme,extremely,intense,excruciating,terrible,"
               "horrible,awful,really bad,pretty bad,very bad,extensive,massive,profound,profoundly,unbearable,"
               "debilitating"},
    QualityRow{quality::level, "increase,increases,gain,gained,gaining,grown,bigger,larger,elevated,elevation,high,"
                               "higher,raised,raise,rising,go up on,going up on,up to"
                               "|decrease,decreases,lost,losing,shrunk,shrinking,smaller,reduce,reduced,low,diminished,"
                               "falling,cut back,cut down,taper,tapering,"
                               "go down on,going down on"},
    QualityRow{quality::result, "clear,clear to auscultation,clear bilaterally,normal,normally,unremarkable,within "
                                "normal limits,wnl,within normal range,looks good,"
                                "looks fine,looks great,looks normal,looks okay,sounds good,sounds normal"
                                "|abnormal,abnormally,remarkable,out of range"},
    QualityRow{quality::rhythm, "regular,regularly|irregular,irregularly"},
    QualityRow{quality::integrity, "intact|impaired,absent sensation,disrupted"},
    QualityRow{quality::tension, "soft|rigid,firm,hard as a board,tense"},
    QualityRow{quality::chronicity, "acute,acutely,new onset,sudden,suddenly,sudden onset"
                                    "|chronic,chronically,longstanding,long standing,gradual,gradually"},
    QualityRow{quality::height, "upper|lower"},
    QualityRow{quality::depth, "medial,medially,inner,inside of,on the inside|lateral,laterally,outer,outside of,"
                               "on the outside"},
    QualityRow{quality::front, "anterior,anteriorly,front of,in the front,in front|posterior,posteriorly,back of,"
                               "in the back of,on the back of"},
    QualityRow{quality::reach, "proximal,proximally|distal,distally"},
    QualityRow{quality::effort, "active|passive"},
    QualityRow{quality::phase, "systolic|diastolic"},
    QualityRow{quality::moisture, "dry,nonproductive,non productive,unproductive|productive,wet"},
    QualityRow{quality::constancy,
               "constant,constantly,all the time,persistent,persistently,continuous,continuously,nonstop"
               "|intermittent,intermittently,comes and goes,come and go,come and goes,coming and going,on and off,off "
               "and on,occasional,occasionally,once in a while,now and then,from time to time,episodic,sporadic"},
    QualityRow{quality::edge, "sharp,stabbing,shooting,knife like|dull"},
    QualityRow{quality::control, "healing well,sleeping well,sleep well,sleeps well,eating well,well controlled,under "
                                 "control,controlled,good control,well managed"
                                 "|healing poorly,poorly healing,sleeping poorly,sleep poorly,sleeps poorly,eating "
                                 "poorly,poorly controlled,uncontrolled,out of control,poor control"},
    QualityRow{quality::order, "before,prior to|after,following"},
    QualityRow{quality::symmetry, "symmetric,symmetrical,symmetrically|asymmetric,asymmetrical,asymmetry"},
    QualityRow{quality::extent, "full,unrestricted|limited,restricted,partial"},
    QualityRow{quality::number, "single,solitary,isolated|multiple,numerous,several"},
    QualityRow{quality::size, "small,tiny|large,big,huge,enlarged"},
    QualityRow{quality::setting, "inpatient|outpatient"},
    QualityRow{quality::breath, "inspiratory,inspiration|expiratory,expiration"},
    QualityRow{quality::pace, "fast,rapid,tachycardic,tachycardia|slow,bradycardic,bradycardia"},
    // What is gone is told by the cues of denial, as the first answer.
    QualityRow{quality::presence, "vanished,cured|persist,persists,persisted,persisting,persistence,lingering,lingers,"
                                  "still there,still have it,keeps coming back,has not gone away"},
    // What is of another time is told by the cues of the past, as the second answer.
    QualityRow{quality::standing, "current,currently,at present"},
    QualityRow{quality::bend, "flexion,flexing|extension,extending"},
    QualityRow{quality::rotation,
               "internal rotation,internally rotated,internal|external rotation,externally rotated,external"},
    QualityRow{quality::spread, "abduction,abducting|adduction,adducting"},
    QualityRow{quality::germ, "viral,virus,viruses|bacterial,bacteria,bacterium"},
};

} // namespace

void addEnglishQualities(Lexicon &lexicon)
{
    for (const QualityRow &row : qualityRows) {
        std::uint16_t value = 1;
        for (std::string_view rest = row.answers; !rest.empty(); ++value) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            lexicon.add(Role::Quality, rest.substr(0, end), quality::idOf(row.dimension, value));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

} // namespace countersign::checks
