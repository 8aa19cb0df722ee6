#include "core/checks/language/changes.hpp"

namespace countersign::checks
{
namespace
{

Lexicon makeChanges()
{
    Lexicon made;
    const auto add = [&made](Change change, std::string_view phrases) {
        made.add(Role::Content, phrases, static_cast<std::uint16_t>(change));
    };
    add(Change::Begin,
        "start,starting,started,begin,began,begun,initiate,initiated,restart,resume,add,added,prescribe,prescribed,"
        "prescription,try,put you on,put him on,put her on,put me on,get you on,place you on,placed on,give you,give,"
        "gave,send in,called in,new medication,order,ordered,switch to,switched to,change to");
    add(Change::Raise, "increase,increased,increasing,raise,raised,double,doubled,go up on,going up on,bump up,bump,"
                       "titrate up,uptitrate,up titrate,higher dose,up to,go up,went up");
    add(Change::Lower, "decrease,decreased,decreasing,reduce,reduced,reducing,lower,lowered,taper,tapering,wean,halve,"
                       "go down on,cut back,cut down,titrate down,lower dose,go down,went down");
    add(Change::Keep,
        "continue,continued,continuing,keep,keep taking,keep you on,stay on,remain on,maintain,refill,"
        "refilled,refills,renew,go on with,carry on,still taking,still on,currently taking,leave,same dose");
    add(Change::End, "stop,stopped,stopping,discontinue,discontinued,hold,held,come off,came off,take you off,quit,"
                     "no longer,cease,avoid,withhold");
    add(Change::Begin, "commence,commenced,put back on,go back on,get back on,going back on");
    add(Change::Raise, "step up,stepped up,boost,bumped up,bumping up,turn up,upped");
    add(Change::Lower, "ease off,back off,scale back,dial back,step down,cut back on,cut down on,come down on");
    add(Change::Keep, "stick with,stay with,keep using,keep him on,keep her on,stays on,remains on,leave alone");
    add(Change::End, "leave off,left off,hold off on,wean off,taper off,get off,take a break from,pause,paused,suspend,"
                     "suspended,skip,cut out,lay off");
    made.add(Role::Content, "adds that,added that"); // tells on, and changes nothing
    made.seal();
    return made;
}

} // namespace

const Lexicon &englishChanges()
{
    static const Lexicon changes = makeChanges();
    return changes;
}

} // namespace countersign::checks
