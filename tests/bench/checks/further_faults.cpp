#include "tests/bench/checks/fault_classes.hpp"

// Ways to be wrong that were thought of last: by another word than the opposite, of another thing, or of what was
// wished. A word is exchanged whether or not somebody said it: the note was right before, and is wrong afterwards.
namespace countersign::bench
{
namespace
{

const std::vector<std::string_view> contraryCodes{"negation-conflict", "value-not-in-evidence", "temporal-conflict",
                                                  "number-conflict",   "certainty-conflict",    "laterality-conflict",
                                                  "unit-conflict",     "intent-conflict",       "drug-not-in-evidence",
                                                  "subject-conflict",  "dose-out-of-range",     "date-conflict"};

const std::vector<Exchange> turnedOrders{{"Continue", "Hold"},
                                         {"continue", "hold"},
                                         {"Start", "Discontinue"},
                                         {"start", "discontinue"},
                                         {"Prescribed", "Discontinued"},
                                         {"prescribed", "discontinued"},
                                         {"prescribe", "discontinue"},
                                         {"was started", "was stopped"},
                                         {"Restart", "Avoid"},
                                         {"Avoid", "Continue"},
                                         {"avoid", "continue"},
                                         {"refill", "discontinue"},
                                         {"refilled", "discontinued"},
                                         {"stopped", "restarted"},
                                         {"stop", "restart"},
                                         {"off of", "on"},
                                         {"currently takes", "no longer takes"},
                                         {"is currently on", "is no longer on"},
                                         {"takes", "stopped taking"},
                                         {"taking", "no longer taking"}};

const std::vector<Exchange> otherOrders{{"Increase", "Start"},     {"increase", "start"},    {"increased", "started"},
                                        {"Start", "Increase"},     {"start", "increase"},    {"started", "increased"},
                                        {"Continue", "Increase"},  {"continue", "increase"}, {"continue", "reduce"},
                                        {"Refilled", "Increased"}, {"refill", "increase"}};

const std::vector<Exchange> wishes{{"agreed", "declined"},           {"agrees", "refuses"},
                                   {"is agreeable", "is opposed"},   {"in agreement", "in disagreement"},
                                   {"agreement", "disagreement"},    {"declined", "accepted"},
                                   {"declines", "accepts"},          {"refused", "agreed to"},
                                   {"is willing", "is unwilling"},   {"would like to", "does not wish to"},
                                   {"wishes to", "declines to"},     {"wants to", "refuses to"},
                                   {"prefers to", "refuses to"},     {"understands", "does not understand"},
                                   {"consented", "refused consent"}, {"noncompliant", "compliant"},
                                   {"compliant", "noncompliant"},    {"has been taking", "has not been taking"}};

const std::vector<Exchange> instructions{{"should not", "should"},
                                         {"should", "should not"},
                                         {"encouraged to", "advised against"},
                                         {"Encouraged", "Advised against"},
                                         {"advised to", "advised not to"},
                                         {"instructed to", "instructed not to"},
                                         {"recommended to", "told not to"},
                                         {"recommend", "advise against"},
                                         {"recommended", "advised against"},
                                         {"can", "cannot"},
                                         {"unable to", "able to"},
                                         {"able to", "unable to"},
                                         {"with food", "on an empty stomach"},
                                         {"with meals", "between meals"},
                                         {"fasting", "nonfasting"}};

const std::vector<Exchange> otherCourses{
    {"improved", "deteriorated"}, {"improving", "progressing"}, {"improvement", "deterioration"},
    {"improve", "deteriorate"},   {"improves", "flares"},       {"worsened", "eased"},
    {"worsening", "easing"},      {"worse", "milder"},          {"better", "more troublesome"},
    {"stable", "declining"},      {"resolved", "persisted"},    {"resolves", "persists"},
    {"persistent", "resolved"},   {"unchanged", "larger"},      {"new", "longstanding"},
    {"recurrent", "first"}};

const std::vector<Exchange> helps{
    {"relieved", "aggravated"},    {"relieves", "worsens"},          {"alleviated", "aggravated"},
    {"alleviates", "aggravates"},  {"aggravated by", "relieved by"}, {"exacerbated by", "relieved by"},
    {"exacerbates", "relieves"},   {"helps", "does not help"},       {"helped", "did not help"},
    {"helping", "not helping"},    {"helpful", "useless"},           {"relief", "no relief"},
    {"effective", "ineffective"},  {"tolerating", "not tolerating"}, {"well controlled", "poorly controlled"},
    {"controlled", "uncontrolled"}};

const std::vector<Exchange> times{{"current", "former"},       {"former", "current"},       {"previously", "currently"},
                                  {"currently", "previously"}, {"used to", "continues to"}, {"still", "no longer"},
                                  {"no longer", "still"},      {"Past", "Current"},         {"previous", "current"},
                                  {"quit smoking", "smokes"},  {"chronic", "new"}};

const std::vector<Exchange> looseRates{{"occasional", "constant"},   {"occasionally", "constantly"},
                                       {"intermittent", "constant"}, {"intermittently", "constantly"},
                                       {"constant", "occasional"},   {"constantly", "occasionally"},
                                       {"frequent", "rare"},         {"frequently", "rarely"},
                                       {"rare", "frequent"},         {"rarely", "frequently"},
                                       {"sometimes", "always"},      {"always", "rarely"},
                                       {"often", "seldom"},          {"usually", "never"},
                                       {"multiple", "single"},       {"several", "one"}};

const std::vector<Exchange> numberWords{
    {"two", "four"},     {"three", "five"},  {"four", "seven"}, {"five", "three"},         {"six", "nine"},
    {"seven", "five"},   {"eight", "six"},   {"ten", "twelve"}, {"twice", "three times"},  {"second", "fourth"},
    {"third", "second"}, {"first", "third"}, {"half", "twice"}, {"a couple of", "a dozen"}};

const std::vector<Exchange> certainties{{"is most likely", "is"},
                                        {"most likely", "definitely"},
                                        {"is likely", "is"},
                                        {"are likely", "are"},
                                        {"likely", "confirmed"},
                                        {"Likely", "Confirmed"},
                                        {"possible", "confirmed"},
                                        {"Possible", "Confirmed"},
                                        {"possibly", "certainly"},
                                        {"probable", "proven"},
                                        {"probably", "certainly"},
                                        {"suspected", "confirmed"},
                                        {"Suspected", "Confirmed"},
                                        {"I suspect", "We confirmed"},
                                        {"may have", "has"},
                                        {"may be", "is"},
                                        {"might be", "is"},
                                        {"could be", "is"},
                                        {"concerning for", "diagnostic of"},
                                        {"concern for", "proof of"},
                                        {"suggestive of", "diagnostic of"},
                                        {"consistent with", "diagnostic of"},
                                        {"suspicious for", "diagnostic of"}};

const std::vector<Exchange> doubts{{"has been diagnosed with", "may have"},
                                   {"was diagnosed with", "is suspected to have"},
                                   {"diagnosed with", "suspected of"},
                                   {"has a history of", "possibly has a history of"},
                                   {"consistent with", "vaguely suggestive of"},
                                   {"showed", "possibly showed"},
                                   {"shows", "possibly shows"},
                                   {"revealed", "possibly revealed"},
                                   {"reveals", "possibly reveals"},
                                   {"demonstrated", "suggested possible"},
                                   {"demonstrates", "suggests possible"},
                                   {"There is", "There may be"},
                                   {"positive for", "questionable for"}};

std::vector<FaultClass> faultsOfOrders()
{
    return {
        {"order turned round", contraryCodes, turnedOrders},
        {"order of another kind", contraryCodes, otherOrders},
        {"wish and consent", contraryCodes, wishes},
        {"instruction", contraryCodes, instructions},
    };
}

std::vector<FaultClass> faultsOfOtherWords()
{
    return {
        {"course by another word", contraryCodes, otherCourses},
        {"what helps", contraryCodes, helps},
        {"past or present", contraryCodes, times},
        {"how often, loosely", contraryCodes, looseRates},
        {"number in words", contraryCodes, numberWords},
    };
}

// What was only suspected, said with another certainty, in whatever words the doubt was told.
std::vector<FaultClass> faultsOfDoubt()
{
    const std::vector<std::string_view> codes{"certainty-conflict", "negation-conflict"};
    return {
        {"doubt left out", codes, certainties},
        {"doubt put in", codes, doubts},
    };
}

} // namespace

std::vector<FaultClass> furtherFaults()
{
    std::vector<FaultClass> all = faultsOfOrders();
    for (auto &&some : {faultsOfOtherWords(), faultsOfDoubt()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace countersign::bench
