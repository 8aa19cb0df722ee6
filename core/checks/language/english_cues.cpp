#include "core/checks/language/english.hpp"

#include <string>

// Words that steer how others are to be read. Written and spoken English side by side; "do n't" is how some transcripts
// part "don't".
namespace countersign::checks
{
namespace
{

constexpr std::string_view stopWords =
    "hx,sx,pmh,pmhx,dh,sh,hpc,rx,pt,a,an,the,questions,question,family,palpable,palpation,of,to,in,on,at,by,for,with,"
    "from,as,into,onto,over,per,than,"
    "then,so,also,too,very,just,really,quite,some,"
    "and,or,nor,be,been,being,am,this,that,these,those,there,here,which,what,when,where,who,whom,how,why,um,uh,uhm,erm,"
    "ah,"
    "oh,hm,hmm,mm,like,well,okay,ok,alright,you know,i mean,kind of,kinda,sort of,sorta,got,get,"
    "getting,gets,go,going,goes,let,let's,let me,up,down,out,off,about,again,still,bit,little,little bit,a "
    "lot,lot,much,"
    "more,most,less,other,something,everything,thing,things,stuff,such,each,every,all,own,same,"
    "showed,came "
    "back,received,performed,completed,obtained,say,said,says,tell,told,ask,asked,mention,mentioned,state,states,"
    "stated,know,think,feel,feels,feeling,felt,"
    "looking,looked,see,seen,saw,come,came,make,makes,made,take,takes,taking,took,taken,use,uses,using,used,"
    "put,"
    "give,gave,given,want,wants,need,needs,try,tried,due,because,since,while,during,after,before,until,through,"
    "today,now,currently,time,times,day,regarding,concerning,including,include,includes,associated,related,"
    "can,could,may,might,must,would,shall,do,does,did,doing,done,has,have,had,having,it's,i'm,i've,that's,there's,"
    "'s,'re,'m,'ve,'d,'ll,sure,great,nice,please,thank,thanks,hey,hi,hello,dragon,dear,maybe,"
    "presents,presented,presenting,presentation,history,visit,discuss,discussed,discussion,note,noted,notes,"
    "show,shows,showed,shown,reveal,reveals,revealed,appear,appreciate,appreciated,"
    "medical,reasoning,treatment,additional,testing,assessment,plan,problem,problems,issue,issues,exam,examination,"
    "physical,findings,finding,symptom,symptoms,consistent,significant,pretty,definitely,actually,basically,"
    "evidence,signs,sign,present,x,etc,via,upon,among,around,toward,towards,within,able,first,second,third,"
    "next,last,past,year old,years old,recent,recently,always,often,sometimes,usually,only,even,though,both of,"
    "as possible,if "
    "possible,experience,experiences,experienced,experiencing,describe,describes,described,report,indicates,indicated,"
    "pertinent,general,overall,well as,as well,as needed,area,along,aspect,region,level,levels,reading,readings,"
    "normal,within normal limits,wnl,unremarkable,looks good,looks fine,clear,clear to "
    "auscultation,elevated,high,raised,"
    "increased,decreased,reduced,low,unchanged,"
    "regular,"
    "mild,moderate,severe,slight,slightly,acute,chronic";

// What denies a verb reaches to the next comma; what denies a noun reaches through a list.
constexpr std::string_view verbNegators =
    "not,do not,does not,did not,is not,are not,was not,were not,has not,have not,had not,will not,"
    "would not,could not,can not,should not,am not,i'm "
    "not,don't,dont,doesn't,doesnt,didn't,didnt,isn't,isnt,aren't,"
    "arent,wasn't,wasnt,weren't,werent,hasn't,hasnt,haven't,havent,hadn't,hadnt,won't,wouldn't,shouldn't,ain'"
    "t,"
    "do n't,does n't,did n't,is n't,are n't,was n't,were n't,has n't,have n't,had n't,wo n't,would n't,"
    "should n't,n't,fails to,failed to,unable to,not have,not had,did not have,does not have,do not have,stopped "
    "having,"
    "rather than,instead of";
constexpr std::string_view negators =
    "none of,neither,nor,without,denies,deny,denying,denial of,negative for,was negative for,is negative for,were "
    "negative for,are negative for,came back negative for,"
    "free of,free "
    "from,absence of,lack of,"
    "lacks,lacking,declines,declined,refuses,refused,no evidence of,no sign of,no signs of,"
    "no history of,no complaints of,rules out,ruled out for,ruled out,rule out for,zero evidence,no longer,"
    "don't think,do n't think,don't believe,do n't believe,do not think,do not believe,doesn't think,"
    "does n't think,hold off on,held off on,hold off,i doubt,doubt that,doubt it's,not any,no known,hardly "
    "any,unremarkable for,never had any,never had,absent for,no such,no one "
    "has,nobody has,"
    "no past,no prior,no previous,advise against,advised against,advises against,recommend against,"
    "recommended against,counseled against,cautioned against,advised not to,instructed not to,told not to,"
    "recommended not to,not recommended,not advised,does not wish,do not wish,opposed to,contraindicated";
constexpr std::string_view negatorsAtEnd = "no,never,denied,nil,none,nope,nothing,nobody";
constexpr std::string_view negatorsNearby =
    "negative,non,unable to,fails to,failed to,cannot,can't,cant,ca n't,not able to,couldn't,"
    "could n't";
constexpr std::string_view negatorsOfOthers =
    "no other,not any other,no additional,no further,no new,denies other,denies any other,denies additional,no more,"
    "denies new,denies any new,without other,nothing else,don't have any other,do n't have any other,no change in,"
    "no changes in,no change to";

constexpr std::string_view negatedBefore =
    "was ruled out,were ruled out,is ruled out,been ruled out,has been ruled out,is absent,are absent,was absent,were "
    "absent,"
    "is negative,are negative,was negative,were negative,came back negative,"
    "unlikely,is unlikely,not likely,is denied,are denied,was denied,were denied,"
    "was excluded,nonexistent,absent,not an issue,not a problem,not bothering,test negative";
// "was not seen": denies what stands before; "do not see" denies what follows.
constexpr std::string_view passives[] = {
    "present",    "seen",      "noted",  "appreciated",  "identified", "found",    "observed",  "detected",
    "visualized", "indicated", "likely", "demonstrated", "needed",     "required", "necessary", "warranted"};
constexpr std::string_view denyingVerbs[] = {"not",    "is not",  "are not", "was not", "were not", "isn't",  "aren't",
                                             "wasn't", "weren't", "is n't",  "was n't", "were n't", "are n't"};

constexpr std::string_view resolved =
    "has resolved,have resolved,resolved,went away,has gone away,is gone,are gone,cleared up,subsided";

constexpr std::string_view pseudoNegations =
    "nil of note,nothing of note,none of note,nil else,nil relevant,nil significant,nil acute,nil specific,"
    "does not know,do not know,doesn't know,does n't know,did not know,didn't know,not aware,unaware,not only,not "
    "change,not necessarily,not certain,not sure,unsure,not really sure,no increase,"
    "no worse,not worse,no problem,no problems,no worries,no doubt,without difficulty,without any difficulty,"
    "without issue,without issues,without problems,not to mention,no matter,don't know,do n't know,don't think so,"
    "do n't think so,no significant change,not yet,if not,why not,"
    "whether or not,or not,not too bad,not bad,not that bad,no better,no less than,no more than,"
    "not until,don't hesitate,do n't hesitate,don't worry,do n't worry,don't forget,do n't forget,no idea,don't mind,"
    "not controlled,not well controlled,not well,not feeling well,no improvement,not improved,not improving,"
    "nothing new,not surprised,isn't it,is n't it,aren't you,are n't you,weren't you,were n't you,don't you,do n't you,"
    "didn't you,did n't you,haven't you,have n't you,wasn't it,was n't it,doesn't it,does n't it,won't you,can't "
    "you,right no,"
    "without medication,without assistance,without contrast,with and without,no response,being no pain,being no,being "
    "none,zero being,no more questions,"
    "why do n't,why don't,no stranger";

constexpr std::string_view affirmers =
    "reports,reported,reporting,endorses,endorsed,endorsing,endorse,complains of,complaining of,complained "
    "of,complains,"
    "admits,admits to,admitted to,positive for,positive,suffers from,suffering from,experiences,confirms,confirmed,"
    "acknowledges,affirms,remarkable for,significant for,notable for,"
    "diagnosed with,there is,there are,there's,there was,there were,i do see,i see,i do notice,i notice,i do "
    "appreciate,"
    "i appreciate,you have,you do have,shows,reveals,presents with,evidence of,there is evidence of,does have,do "
    "have,does report,did have";

constexpr std::string_view hedges =
    "perhaps,possible,possibly,probable,probably,likely,suspected,suspect,suspicious for,concern for,concerning "
    "for,concerned "
    "about,concerned he,concerned she,concerned that,concerned you,"
    "may have,might have,may be,might be,could be,could have,questionable,presumed,presumably,appears to be,appears to "
    "have,seems to have,seems to "
    "be,"
    "suggestive of,suggests,cannot exclude,can't exclude,cannot rule out,can't rule out,rule out,r "
    "o,versus,differential,"
    "to rule out,worried about,worry about,potential,potentially,query,not certain,i "
    "suspect,felt to be,"
    "sounds like";

constexpr std::string_view conditions =
    "if,in case,should you,should she,should he,should they,unless,whenever,return for,watch for,watch out for,"
    "look out for,monitor for,in the event,signs and symptoms of,let me know,call me,call us,educated on,warned about,"
    "call if,depending on,side effects,side effect";
constexpr std::string_view narrowConditions =
    "risk of,risks of,risk for,at risk,prevent,to prevent,prevention of,avoid,such as,as needed for,prn for,screen for,"
    "screening for,evaluate for,test for,check for,worsening symptoms,allergic to,allergy to,allergies to,instead of";

constexpr std::string_view scopeEnds =
    "but,however,although,otherwise,except,except for,apart from,aside from,besides,other "
    "than,yet,nevertheless,which,who,"
    "because,secondary to,due to,caused by,on exam,on examination,on your exam,however she,however he,"
    "do have,does have,did have,and then,and now,and felt,and feels,and was,and were,and reports,and endorses,"
    "and attributes,and relates,and says,and complains,and believes,and thinks,and states,and notes,and admits,and "
    "describes,and will,and would,so that,so,still has,still have,other than that";

constexpr std::string_view yesWords =
    "yes,yeah,yep,yup,yeh,correct,right,exactly,absolutely,definitely,certainly,i do,i have,i am,i did,it does,it "
    "is,it has,"
    "she does,he does,uh huh,mm hmm,mhm,mmhmm,mm hm,of course,sure,that's correct,that's right,you bet,for "
    "sure,totally,true,indeed,unfortunately,i was,i think so,always,"
    "every day,ya,mostly,quite a bit";
constexpr std::string_view noWords =
    "no,nope,nah,not really,i did not,i do not,i have not,i was not,i am not,it did not,it does not,it has not,"
    "she did not,he did not,does not,did not,not that i remember,not that i can think of,not that i noticed,"
    "not that i've seen,no not really,i would n't say so,i wouldn't say so,i do n't believe so,i don't believe so,"
    "none of that,none of those,nothing at all,nothing really,not as of now,not at the moment,not right now,no ma'am,"
    "i've never,i have never,not one,no one,nobody,haven't,have n't,not any,no thank you,not that i recall,not at "
    "all,none,never,not that i know of,not that i can recall,not that i'm aware of,"
    "not that i've noticed,i don't,i do n't,i haven't,i have n't,i didn't,i did n't,i'm not,i wasn't,i was n't,"
    "i don't think so,i do n't think so,don't think so,do n't think so,no i don't,nothing,not lately,"
    "not recently,not so far,not particularly,hardly,negative,uh uh,nuh uh,not yet,not currently,not anymore,n't,no no,"
    "it doesn't,it does n't,it hasn't,it has n't,she doesn't,he doesn't,she does n't,he does n't,no sir,no ma'am,"
    "not to my knowledge,not usually,i can't,i ca n't,not much,don't,do n't,nothing like that,not for me,not since";

constexpr std::string_view askWords =
    "do you,did you,have you,are you,were you,has she,has he,does she,does he,is she,is he,is there,are there,has "
    "there,"
    "have there,did she,did he,do they,does it,is it,has it,was it,was there,were there,had you,would you,could "
    "you,"
    "can you,how about,what about,and any,you have any,you taking,"
    "are these,is this,is that,does that,do these,did it,you ever,you don't have any,you haven't had any,"
    "you do n't have any,can i,should i,could i,do i,will i,am i";
constexpr std::string_view askOpenWords =
    "how is,how's,how are,how long,how often,how much,how many,how bad,how did,how do,how does,how have,how was,how "
    "has,"
    "what is,what's,what kind,what are,what did,what do,what does,what was,what brings,what time,what medications,"
    "when did,when was,when do,when is,where is,where's,where do,where does,where are,why did,why do,tell me,"
    "can you tell me,could you tell me,can you describe,what makes,what happened,remind me";

void addPersons(Lexicon &lexicon)
{
    lexicon.add(Role::Person, "her,his,my,your,their,our,its,patient's", cue::owner);
    lexicon.add(Role::Person,
                "i,you,he,she,they,we,it,patient,the patient,pt,him,me,himself,herself,"
                "i'm,i've,you're,you've,she's,he's,they're,we've,we're,i'll,you'll,we'll,mr,ms,mrs,miss,dr,"
                "doctor,someone,people,i'd,you'd");
    constexpr std::string_view relatives[] = {
        "mother,mom,mum,mommy,mama,maternal,mothers,mother's,mom's",
        "father,dad,daddy,papa,paternal,father's,dad's",
        "brother,brothers",
        "sister,sisters",
        "parents,parent",
        "grandmother,grandma,granny,nana",
        "grandfather,grandpa,granddad",
        "grandparents,grandparent",
        "aunt,aunts,auntie",
        "uncle,uncles",
        "cousin,cousins",
        "siblings,sibling,twins",
        "son,sons",
        "daughter,daughters",
        "niece",
        "nephew",
        "wife,husband,partner,spouse",
    };
    std::uint16_t relative = 0;
    for (const std::string_view names : relatives)
        lexicon.add(Role::Relative, names, ++relative);
    lexicon.add(Role::Family,
                "family history,family hx,run in the family,runs in the family,in your family,in my family,in the "
                "family,fh,family members,family member,anyone in your family,fhx,relatives");
}

void addCourse(Lexicon &lexicon)
{
    lexicon.add(Role::Planned,
                "will,i'll,we'll,going to,gonna,gon na,wan na,wanna,want to,plan to,planning to,"
                "plan on,plans to,scheduled for,schedule,would like to,i'd "
                "like to,recommend,intend,let's get,let's do,let's order,let's try,let's go ahead,consider,want you to,"
                "like you to,need to,needs to,we should,you should,should have,we can do,we could,upcoming,is due for,"
                "due for,will be,i'm ordering,go ahead and");
    lexicon.add(Role::Planned,
                "is planned,are planned,is scheduled,are scheduled,to be scheduled,to be done,to be performed,"
                "to be obtained,will be obtained,will be performed,will be done,will be ordered,will be scheduled,"
                "will be taken,will be placed,will be sent,is pending,are pending",
                cue::passive);
    lexicon.add(Role::Stopped, "stop,stopped,stopping,taken off,take off,took off,"
                               "discontinue,discontinued,discontinuing,quit,quitting,ceased,hold,held,"
                               "come off your,came off my,weaned,no longer taking,no longer takes,d c");
    lexicon.add(Role::Stopped,
                "leave off,leaving off,left off,come off of,come off the,came off of,came off the,coming off "
                "of,coming off the,get off of,get you off,wean off,wean you off,take a break "
                "from,taking a break from,cut out,suspend,suspended,lay off");
    lexicon.add(Role::Continued,
                "start,started,starting,starts,begin,began,continue,continued,continues,continuing,"
                "keep taking,keep on,maintain,remain on,stay on,"
                "still on,still taking,keep doing,keep up,go on with,resume,carry on,currently on,currently taking");
    lexicon.add(
        Role::Continued,
        "keep using,keep you on,keep him on,keep her on,remains on,stays on,staying on,stick with,stay with,back on,"
        "go back on,went back on,put back on,continue with,continue on,continue to use,continue to take");
    lexicon.add(Role::Done, "underwent,undergone,has undergone,has received,"
                            "you had,you've had,has taken,we did,they did,put in,obtained,"
                            "performed,completed,finished,i had,he had,she had,had his,had her,had my,had your,i got,"
                            "received,has received,gave me,gave him,gave her");
    lexicon.add(Role::Done,
                "was performed,were performed,was completed,were completed,was done,were done,was given,were given,"
                "was taken,were taken,was obtained,were obtained,was placed,were placed,was removed,were removed,"
                "was repaired,were repaired,has been performed,has been done,have been done,came back,showed",
                cue::passive);
    lexicon.add(Role::Past, "previously,previous,prior,formerly,former,used to", cue::formerly);
    lexicon.add(Role::Past, "ago,in the past,status post,"
                            "s p,history of,past medical history,as a child,when younger,childhood");
    lexicon.add(Role::Allergy, "allergic,allergy,allergies,anaphylaxis,intolerance,intolerant,allergen");
    lexicon.add(Role::Female, "female,woman,girl,lady");
    lexicon.add(Role::Male, "male,man,boy,gentleman");
    lexicon.add(Role::Age, "year old,years old,yo,y o,years of age,month old,months old,week old");
    lexicon.add(
        Role::State,
        "doing well,doing pretty well,going well,doing good,doing great,been well,did well,doing fine,doing okay,"
        "do well,feeling well,feeling good,feels well,going okay,doing pretty good,pretty good,been good",
        1);
    lexicon.add(Role::State, "better,improved,improving,improvement,improve,improves,recovering,recovered,eased,milder",
                2);
    lexicon.add(Role::State,
                "worse,worsening,worsened,worsen,deteriorate,deteriorated,deteriorating,deterioration,"
                "aggravate,aggravated,aggravates,exacerbate,exacerbated,exacerbates",
                3);
    lexicon.add(Role::State, "stable,unchanged,remained the same,about the same,stayed the same", 4);
    lexicon.add(Role::State, "help,helps,helped,helping,helpful,effective", 5);
    lexicon.add(Role::State, "useless,ineffective,unhelpful,not effective,of no use", 5, -1);
    lexicon.add(Role::State, "relief,relieve,relieves,relieved", 7);
    lexicon.add(Role::State, "compliant,compliance,adherent,adherence", 6);
    lexicon.add(Role::State, "noncompliant,noncompliance,non compliant,nonadherent,nonadherence,non adherent", 6, -1);
    lexicon.add(Role::Filler, "like this,like that,like these,like those,this bad,that bad,as bad as this,of this kind",
                cue::ofLikes);
    lexicon.add(Role::Filler, stopWords);
    lexicon.add(Role::Filler, "good,fine");
    lexicon.add(Role::Filler, "any,anything,anyone,anybody", cue::anyOf);
    lexicon.add(Role::Filler, "is,are,was,were,looks,look,appears,seems", cue::copula);
}

} // namespace

void addEnglishCues(Lexicon &lexicon)
{
    lexicon.add(Role::PseudoNegation, pseudoNegations);
    lexicon.add(Role::NegatedBefore, negatedBefore);
    for (const std::string_view verb : denyingVerbs)
        for (const std::string_view passive : passives)
            lexicon.add(Role::NegatedBefore, std::string(verb) + ' ' + std::string(passive));
    lexicon.add(Role::NegatedBefore, resolved, cue::resolved);
    lexicon.add(Role::Negator, verbNegators, cue::ofVerb);
    lexicon.add(Role::Negator, negatorsOfOthers, cue::ofOthers);
    lexicon.add(Role::Negator, negators);
    lexicon.add(Role::Negator, negatorsAtEnd, cue::atEnd);
    lexicon.add(Role::Negator, negatorsNearby, cue::nearby);
    lexicon.add(Role::Hedge, hedges);
    lexicon.add(Role::Condition, conditions);
    lexicon.add(Role::Condition, narrowConditions, cue::nearby);
    lexicon.add(Role::ScopeEnd, scopeEnds);
    lexicon.add(Role::Affirmer, affirmers);
    addPersons(lexicon);
    addCourse(lexicon);
}

void addEnglishAnswers(Lexicon &lexicon)
{
    lexicon.add(Role::No, noWords);
    lexicon.add(Role::Yes,
                "sometimes,occasionally,a little,a little bit,a bit,a few,some,slightly,once in a while,now and then",
                cue::weakYes);
    lexicon.add(Role::Yes, yesWords);
    lexicon.add(Role::AskOpen, askOpenWords);
    lexicon.add(Role::AskOpen, "which,why,who,describe", cue::weakAsk);
    lexicon.add(Role::ScopeEnd,
                "okay,ok,alright,all right,so,now,let me,let's,i'm gon na,i wan na,i'm going to,i'm gonna,"
                "we're gon na,great,good");
    lexicon.add(Role::Person, "i,i'm,i've,i'd");
    lexicon.add(Role::Ask, askWords);
    lexicon.add(Role::Ask, "any,ever", cue::weakAsk);
}

Lexicon makeEnglish()
{
    Lexicon lexicon;
    addEnglishDrugs(lexicon);
    addEnglishConcepts(lexicon);
    addEnglishMeasures(lexicon);
    addEnglishConditions(lexicon);
    addEnglishProcedures(lexicon);
    addEnglishQualities(lexicon);
    addEnglishCues(lexicon);
    addEnglishBody(lexicon);
    lexicon.seal();
    return lexicon;
}

Lexicon makeEnglishAnswers()
{
    Lexicon lexicon;
    addEnglishAnswers(lexicon);
    lexicon.seal();
    return lexicon;
}

} // namespace countersign::checks
