#include "core/checks/language/marks.hpp"

#include <array>

// Phrases that claim a mark, and further ones that bear it out in speech.
namespace countersign::checks
{
namespace
{

constexpr std::string_view denials =
    "no,not,never,don't,didn't,doesn't,n't,won't,wouldn't,can't,couldn't,isn't,wasn't,haven't,hasn't,hadn't,aren't,"
    "weren't,shouldn't,cannot,without,none,nothing,nobody,nope,stop,stopped,quit,nah,neither,nor,deny,denies,negative,"
    "unable,hardly,rarely,hold off,except,avoid,nowhere,un,uh uh,nuh uh,absent,free of,rule out,ruled "
    "out,instead,unlikely,other "
    "than,zero,abnormal,impaired,irregular,uncontrolled,poor,poorly,gone,away,good,fine,okay,normal,clear,well,"
    "unremarkable";

constexpr std::array markRows{
    MarkRow{Mark::Seldom,
            "every so often,every now and then,scarcely,barely,some of the "
            "time,periodically,periodic,episodic,infrequently,occasional,occasionally,rare,rarely,seldom,once in a "
            "while,now and then,hardly ever,infrequent,infrequently,from time to time,sporadic,sporadically,some "
            "nights,some days,at times,on occasion,intermittent,intermittently,on and off,off and on",
            "sometimes,every now and then,every now and again,every once in a while,here and there,every so often,not "
            "often,not very often,not a lot,not much,not too often,few times,couple times,couple of times,comes and "
            "goes,come and go,coming and going,once or twice,not really,time to time,not all the time,only,if i,when "
            "i,whenever,rare,episode,episodes,now and again,bouts,spells,maybe,social,socially,weekend,weekends,every "
            "couple,every few,different times,in and out,as needed,if you need,as you need"},
    MarkRow{Mark::Often,
            "many times,multiple times,repeatedly,recurring,routinely,nearly every day,almost always,almost "
            "daily,frequent,frequently,often,regularly,most days,usually",
            "a lot,all the time,always,every,many,multiple,several,quite a bit,more and "
            "more,lots,constant,constantly,daily,usual,normally,typically,regular,mostly,times a"},
    MarkRow{Mark::Always,
            "persistently,unremitting,unrelenting,round the clock,day and night,at all "
            "times,always,constant,constantly,nonstop,non stop,all the time,continuously,continuous,around the clock",
            "always,every day,everyday,whole time,whole day,every single,never stops,never goes away,doesn't stop,does "
            "n't stop,day and night,twenty four,persistent,keeps,since then,every time,does n't go away,doesn't go "
            "away,all day,non-stop,steady"},
    MarkRow{Mark::Daily, "every day,daily,everyday,each day,every night,nightly",
            "day,night,morning,mornings,bedtime,always,all the time,evening,regularly,meal,breakfast,lunch,dinner"},
    MarkRow{Mark::Better,
            "on the mend,subsiding,abated,less severe,less painful,less "
            "frequent,resolving,alleviating,relieved,relieves,in "
            "remission,improved,improving,improvement,improve,better,eased,easing,settled "
            "down,lessened,lessening,letting up,ease up,easing up,milder,easier,alleviated,alleviates",
            "doing well,feel well,been well,pretty well,real well,very well,feel good,feeling good,pretty good,doing "
            "good,looks good,doing great,feels "
            "good,good,help,helped,helps,relief,relieve,relieves,less,gone,easier,heal,healed,healing,resolved,"
            "subsided,went away,progress,under control,go down,come down,gone "
            "down,decrease,lower,loosen,strength,strengthen,successful,works well,control,respond,reduce,reduced,bring "
            "down,get you back,optimal,fix,gone away,go away,goes away,benefit,soothe"},
    MarkRow{Mark::Worse,
            "worsens,escalating,intensified,more frequent,more "
            "painful,progressively,exacerbation,deterioration,flare,poorly "
            "controlled,uncontrolled,worse,worsened,worsening,worsen,deteriorated,deteriorating,deteriorates,"
            "deteriorate,declining,flared,flaring up,flares,flare up,more severe,more troublesome,doing poorly,feeling "
            "poorly,made it worse,makes it worse,aggravated,aggravates,exacerbated,exacerbates,brought on,out of "
            "control,decline,progressing",
            "bad,badly,bothering,bothers,increase,increased,more pain,more painful,more frequent,more often,a lot "
            "more,more and more,hurt,hurts,awful,terrible,not good,not "
            "well,harder,rough,tough,progress,flare,flares,pain when,painful when,spread,not doing,pain "
            "with,trigger,not improve,not get better,killing,any changes,new symptoms,uncontrolled"},
    MarkRow{Mark::Ended,
            "leave off,leaves off,left off,hold off on,coming off,wean off,taper off,take a break from,taking a break "
            "from,paused,suspended,discontinued,has given up,ran out of,cessation,tapered off,no longer uses,stopped "
            "using,no longer,used "
            "to,came off,weaned off,was taken off,been taken off,taken off of,gave up,ceased,previously,come "
            "off,stopped taking,former,formerly,quit,no longer on,stopped,discontinue,stop,hold",
            "not anymore,anymore,any more,off,held,back then,previous,previously,before,ago,was on,were on,had been,in "
            "the past,past,switched,changed,instead,ran out,clean,sober,finished,done with,don't take,do n't take,not "
            "taking,when "
            "i was,cut out,get rid,hold off,was taking,avoid,do n't want you,don't want you,until"},
    MarkRow{Mark::Gone,
            "no longer present,gone away,is gone,has cleared,disappeared,fully recovered,back to normal,symptom "
            "free,resolved,went away,has recovered from,recovered,got over,cleared up,subsided,no longer has,no longer "
            "having,used to have",
            "gone,better,away,cleared,over it,disappeared,healed,passed,stopped,no more,anymore,any more,fine now,good "
            "now,resolve,okay now,improved,back to normal,subside,calmed,settle,settled,recover,used to,no longer"},
    MarkRow{Mark::GoingOn,
            "continues to experience,continues to "
            "report,remains,unresolved,lingering,ongoing,persists,persistent,persisted,continues to have,still",
            "continue,continues,continued,keep,keeps,constant,always,since,all the time,every day,been having,been "
            "going on,has been,have been,'ve been,not gone,go away,chronic,years,months,weeks,not better,not "
            "improve,remains,remain,linger,is going on,'s been,recurrent,ever since,yet,waiting,pending,has n't,have "
            "n't,hasn't,haven't"},
    MarkRow{
        Mark::Doubted,
        "perhaps,may represent,may reflect,presumed,presumptive,suspicious for,concerning for,concern for,cannot "
        "exclude,suggestive of,unclear,uncertain,thought to have,is thought,believed to,seems "
        "to,seemingly,apparently,tentative,possible,possibly,may have,might have,may be,might be,could "
        "be,might,suspected,suspect,suspicion,probable,probably,questionable,was thought to,thought to "
        "be,vaguely,raised the question,appears to,is unclear,suggested,suggest,suggests,suggesting,there could "
        "be,there may be",
        "think,thinks,thinking,maybe,could,may,looks like,look like,seem,seems,sounds like,sound like,wonder,if,not "
        "sure,don't know,do n't know,no idea,guess,concern,concerned,concerning,worried,worry,rule "
        "out,likely,chance,potential,potentially,believe,suspicious,consistent with,or something,i feel,make "
        "sure,evaluate,perhaps,unsure,not certain,most "
        "likely,unlikely,appear,whether,differential,indicative,versus,consider,tend"},
    MarkRow{
        Mark::Sure,
        "confirmed,definitely,definitive,certainly,undoubtedly,evidently,obviously,without "
        "doubt,proven,unequivocal,unmistakable,conclusively,clearly,established,proof of,proving,known,definite,knows",
        "diagnosed,diagnosis,definitely,sure,confirm,confirmed,confirms,proven,certain,certainly,absolutely,obvious,"
        "obviously,know,no doubt,no question,confident"},
    MarkRow{
        Mark::Diagnosed, "diagnosed with",
        "diagnosis,definitely,clear,sure,confirm,certain,history,told,said,says,called,know,found,positive,no doubt"},
    MarkRow{Mark::Done,
            "has finished,have finished,had finished,was reviewed,were reviewed,was given,was carried out,has been "
            "completed,has been performed,has been done,was drawn,were drawn,was "
            "removed,already had,have been obtained,has been obtained,completed,underwent,was performed,were "
            "performed,was obtained,were obtained,took place,has undergone,was done,were done,have "
            "performed,performed,has already,was seen by,evaluated by,was administered,have completed",
            "i had,you had,had a,had my,had "
            "an,did,done,got,took,went,showed,shows,result,results,looked,reviewed,saw,seen,received,ran,checked,came "
            "back,removed,have you,'ve had,finished,status post,repaired,replaced"},
    MarkRow{Mark::Planned,
            "scheduled for,planning to,awaiting,pending,intends to,is to be,are to be,to be done,to be performed,to be "
            "scheduled,will,is scheduled for,is to,plans to,is going to,is expected to,to be obtained,plan to,is to "
            "receive,will be",
            "'ll,i'll,we'll,you'll,going to,gonna,gon na,want,wants,would,plan,planning,recommend,let's,let "
            "'s,lets,schedule,order,ordering,refer,referring,need,needs,should,start,next,follow,continue,come "
            "back,prescribe,send,tomorrow,later,wo n't,won't,wan na,wanna,shall,'d "
            "like,try,consider,when,sometimes,occasionally,once in a while,if"},
    MarkRow{Mark::Declined,
            "reluctant,hesitant,deferred,defers,did not want,did not wish,turned down,opted against,chose not "
            "to,prefers not to,disagrees,declines,declined,refuses,refused,does not want,does not wish,unwilling,said "
            "no,objects to,is opposed,opposed to,rejected,rejects,decided against,would rather not,is "
            "against,declining,does not wish to,not interested",
            "don't want,do n't want,did n't want,not want,no thanks,no thank you,rather not,rather,hold "
            "off,hate,avoid,nope,nah,won't,wo n't,would n't,not ready,don't like,do n't like,do n't really,not "
            "really,not comfortable,not take,not going,do n't think,don't think"},
    MarkRow{Mark::Wanted,
            "asks for,asked for,consents,amenable,agreeable,happy to,keen,insists,wishes to,hopes to,desires,would "
            "like,requests,requested,wants,agreed,agrees,accepts,elected,is interested "
            "in,eager,opted,prefers,wishes,accepted,requesting,consented,is willing,was willing,willing to,comfortable "
            "with",
            "want,would,yes,yeah,yep,okay,ok,sure,sounds good,please,agree,let's,can i,could i,can "
            "we,interested,hoping,hope,wish,prefer,love,mm-hmm,mhm,great,absolutely,could "
            "we,definitely,perfect,looking for,choose,go ahead,ready,wan na,wanna"},
    MarkRow{Mark::Up,
            "goes up,going up,gone up,climbing,climbed,creeping up,crept up,went "
            "up,risen,rose,increase,increased,increasing,gain,gained,raised,uptitrate,larger,bigger,higher",
            "up,elevated,higher,high,raise,more,double,bump,gaining,worse,bigger,rise,rising,grow,swollen"},
    MarkRow{Mark::Down,
            "goes down,going down,gone down,went down,comes down,coming down,came "
            "down,dropped,lowered,tapered,weaned,lower "
            "dose,smaller,decrease,decreased,decreasing,reduced,taper,diminished,diminish",
            "down,less,lower,low,lose,lost,loss,drop,dropped,cut,wean,limit,limited,weak,weaker,weakness,fewer,quarter,"
            "half,not as"},
    MarkRow{Mark::Severe,
            "profound,profoundly,incapacitating,intolerable,loud,intense,unbearable,debilitating,severe,severely,"
            "marked,markedly,extreme,extremely,excruciating,extensive",
            "bad,terrible,awful,intense,really,pretty,very,worst,ten,nine,eight,significant,horrible,so much,a "
            "lot,huge,killing,unbearable,massive,major,advanced"},
    MarkRow{Mark::Mild, "minor,faint,trace,subtle,mild,mildly,slight,slightly,minimal,minimally",
            "little,bit,minor,not bad,not too bad,small,trace,faint,tiny,touch,some,one plus,low,early"},
    MarkRow{Mark::LongAgo,
            "decades ago,for years,for many years,since childhood,years ago,year ago,long ago,last "
            "year,longstanding,long standing,remote",
            "year,years,long time,decade,decades,childhood,child,kid,young,younger,teenager,college,high "
            "school,forever,history,chronic,always,long,old,ever"},
    MarkRow{Mark::New, "new onset,just started,new,newly",
            "first,recent,recently,start,started,began,just,never,before,different,another,change,changed,changes,"
            "sudden,suddenly,next,other"},
    MarkRow{Mark::Chronic, "chronic,chronically,long term",
            "years,long,always,history,months,longstanding,ever,still,past,all the time,forever,recurrent,ago,since"},
    MarkRow{Mark::AtNight,
            "overnight,in the evening,in the evenings,at night,at bedtime,during the night,nightly,nocturnal,every "
            "night,before bed",
            "night,nights,bed,bedtime,sleep,sleeping,evening,evenings,dark,asleep,wake,overnight,tonight,nighttime,lay,"
            "lying,midnight,two am,dinner"},
    MarkRow{Mark::InTheMorning, "in the morning,in the mornings,every morning,at breakfast,on waking",
            "morning,mornings,wake,waking,am,a m,breakfast,get up,got up,first thing,wakes,woke"},
    MarkRow{Mark::Before, "before,prior to",
            "prior,until,ahead,first,previous,previously,pre,leading up,already,ago,earlier,till,past,last,used "
            "to,history,by the time,up to"},
    MarkRow{Mark::Weekly, "weekly,every week,once a week,each week,monthly,every month,once a month",
            "week,weeks,month,months,monday,tuesday,wednesday,thursday,friday,saturday,sunday,weekend,fortnight"},
    MarkRow{Mark::Several, "dozen,dozens", "twelve,many,lots,multiple"},
    MarkRow{Mark::Warned,
            "was told not to,forbidden,must not,refrain from,not to,should not,advised against,advised not to,told not "
            "to,instructed not to,advise against,do not,recommended against,cautioned against",
            "no,not,never,don't,n't,won't,stop,hold off,stay away,stay off,instead,without,limit,rest,rather "
            "than,only,off,until,cut,can't,quit,out of,away from"},
    MarkRow{Mark::Kept, "continue,continues,continued",
            "keep,keeps,still,stay,stick with,same,refill,taking,takes,take,maintain,go on,remain,leave,on the,been "
            "on,go ahead,using,use,more,keep up,carry on,stable,ongoing,going "
            "to,try,always,daily,every,increase,decrease,reduce,lower,go up,go down,bump"},
    MarkRow{Mark::Denied,
            "lacks,none,negative for,free of,denies,denied,never,has no,have no,is not,are not,was not,were not,does "
            "not,do not,did not,has not,have not,reports no,notes no,no,not,without",
            denials},
    MarkRow{Mark::Allowed,
            "may go back to,may return to,may resume,can resume,can go back to,can return to,may eat,may drink,may "
            "skip,can skip,may stop,can stop,no need to,need not,is free to,are free to,is allowed to,was allowed "
            "to,permitted,cleared to,without restriction,without restrictions,no restrictions",
            "can,could,may,allow,allowed,okay to,ok to,fine to,safe to,go ahead,don't need,do n't need,does n't "
            "need,no need,not need,don't have to,do n't have to,back to,resume,return,cleared,free to,able,as "
            "tolerated,skip,without,restriction"},
    MarkRow{
        Mark::Normal,
        "within normal limits,within normal range,within the normal range,within the reference "
        "range,wnl,unremarkable",
        "normal,normally,fine,good,great,okay,ok,unremarkable,clear,perfect,excellent,stable,well,intact,nice,nicely,"
        "regular,symmetric,soft,full,range,beautiful,wonderful,solid,equal,negative,no,not,n't,never,without,nothing,"
        "none,any"},
};
static_assert(markRows.size() == markCount);

} // namespace

std::span<const MarkRow> englishMarkRows()
{
    return markRows;
}

std::string_view englishNoClaims()
{
    return "you know,no known,established care,established patient,has no questions,have no questions,no questions,no "
           "further questions,progressing well,as possible,if possible,be used to,is used to,are used to,was used "
           "to,used to treat,used to help,new patient,no new,will not,would not";
}

} // namespace countersign::checks
