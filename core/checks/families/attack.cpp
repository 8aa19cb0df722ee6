#include "core/checks/check.hpp"

#include <algorithm>
#include <array>

// Text in a source that speaks to software instead of people. Each sentence is scored by what it says: whom it
// addresses, what it orders, which authority it claims. Ordinary clinical talk seldom does two of these at once.
namespace countersign::checks
{
namespace
{

struct Signal {
    std::string_view phrases;
    std::uint16_t kind;
};

enum Kind : std::uint16_t { Machine = 1, Override, Prior, Command, Silence, Bypass, RoleMark, ToolWord, Persona, Lure };

constexpr std::array signals{
    Signal{
        "ai,ai assistant,ai model,ai system,ai scribe,ai agent,language model,llm,chatgpt,gpt,copilot,chatbot,bot,"
        "automated agent,scribe agent,claude,gemini,large language model,virtual assistant,digital assistant,"
        "artificial intelligence,machine reader,automated system,automated reviewer,summarizer,summariser,scribe bot,"
        "assistant,agent,model",
        Machine},
    Signal{
        "ignore,disregard,forget,override,overrule,bypass,discard,do not follow,don't follow,stop following,supersede",
        Override},
    Signal{"previous instructions,prior instructions,above instructions,all instructions,earlier instructions,your "
           "instructions,"
           "previous prompt,system prompt,your prompt,previous rules,your guidelines,safety rules,your rules,"
           "previous directions,everything above,the above,all prior,all previous,any previous,your training,"
           "original instructions,new instructions,following instructions,these instructions,instructions,guardrails,"
           "prior context,previous context,your programming",
           Prior},
    Signal{
        "you must,you should now,you are required,you are to,you will now,your task is,make sure to,be sure to,always "
        "answer,"
        "respond with,reply with,output,answer only,from now on,must be,set,mark,change,delete,insert,append,rewrite,"
        "replace,add the,write that,state that,record that,document that,classify,translate,print",
        Command},
    Signal{
        "do not mention,don't mention,do not include,don't include,leave out,omit,do not tell,don't tell,do not report,"
        "do not flag,don't flag,hide,conceal,keep secret,do not reveal,do not disclose,without telling,suppress,"
        "do not show,do not alert,do not notify,exclude any mention",
        Silence},
    Signal{"without review,without human,without approval,without a human,no review,skip review,skip the review,"
           "approve automatically,auto approve,automatically approve,automatically approved,approved automatically,"
           "as approved,approve this,approve the,approve all,approve without,skip approval,skip checks,no human,"
           "without confirmation,without asking,without verification,already approved,pre approved,sign automatically,"
           "low risk,risk tier,lowest risk,tier to low,release now,submit immediately,send immediately,auto release,"
           "file immediately,sign this,sign off automatically,bypass review",
           Bypass},
    Signal{"as an ai,you are an ai,as a language model,act as,pretend to be,you are now,you are chatgpt,role play,"
           "developer mode,jailbreak,dan mode,admin mode,debug mode,system override,maintenance mode,sudo",
           Persona},
    Signal{"call the tool,call function,function call,tool call,execute,run the command,invoke,api key,curl,http,https,"
           "base64,eval,exec,import,shell,email the,forward the,send the,upload,exfiltrate,call the api,use the tool,"
           "call release,call the function,run the,post the,webhook",
           ToolWord},
};

Lexicon makeSignals()
{
    Lexicon lexicon;
    for (const Signal &signal : signals)
        lexicon.add(Role::Content, signal.phrases, signal.kind);
    lexicon.seal();
    return lexicon;
}

const Lexicon &signalWords()
{
    static const Lexicon lexicon = makeSignals();
    return lexicon;
}

// "system:" at the beginning of a line, or the marks by which models part their turns.
bool hasRoleMark(std::string_view text)
{
    constexpr std::array<std::string_view, 12> marks{"<|im_start|>",    "<|im_end|>", "[INST]",        "<<SYS>>",
                                                     "### Instruction", "<|system|>", "</system>",     "<system>",
                                                     "BEGIN SYSTEM",    "[system]",   "<|endoftext|>", "<assistant>"};
    for (const char first : {'<', '[', '#', 'B'})
        for (std::size_t at = text.find(first); at != std::string_view::npos; at = text.find(first, at + 1))
            if (std::ranges::any_of(marks,
                                    [rest = text.substr(at)](std::string_view mark) { return rest.starts_with(mark); }))
                return true;
    return false;
}

struct Sentence {
    std::uint32_t first = 0, last = 0;
    unsigned kinds = 0;
    [[nodiscard]] bool has(unsigned kind) const { return (kinds >> kind & 1U) != 0; }
};

bool isAttack(const Sentence &sentence)
{
    const bool isAddressed = sentence.has(Machine) || sentence.has(RoleMark);
    if (sentence.has(Override) && sentence.has(Prior))
        return true;
    if (sentence.has(Persona) && (sentence.has(Command) || sentence.has(Bypass) || isAddressed))
        return true;
    if (sentence.has(RoleMark)
        && (sentence.has(Command) || sentence.has(Prior) || sentence.has(Bypass) || sentence.has(Override)))
        return true;
    if (sentence.has(ToolWord) && (sentence.has(Bypass) || (isAddressed && sentence.has(Command))))
        return true;
    return (isAddressed && (sentence.has(Silence) || sentence.has(Bypass)))
           || (sentence.has(Bypass) && (sentence.has(Silence) || sentence.has(Override) || sentence.has(Command)));
}

unsigned kindAt(const Lexicon &known, const Tokens &tokens, std::uint32_t i)
{
    static const WordSet roles{"system", "developer", "assistant", "user"};
    const auto &list = tokens.list;
    unsigned kinds = 0;
    if (i + 1 < list.size() && list[i + 1].kind == Token::Kind::Mark) {
        if (list[i + 1].mark == ':' && roles.contains(list[i].key))
            kinds |= 1U << RoleMark;
        if (list[i + 1].mark == '_') // a name of a program: release_action
            kinds |= 1U << ToolWord;
    }
    if (const Lexicon::Phrase *phrase = known.match(std::span(list).subspan(i)))
        kinds |= 1U << phrase->id;
    return kinds;
}

struct Attacks {
    std::vector<Range> sentences;
    bool hasRoleMark = false;
};

Attacks attacksIn(const Reading &reading)
{
    const Lexicon &known = signalWords();
    const Tokens &tokens = reading.tokens;
    Attacks found{{}, hasRoleMark(tokens.text)};
    Sentence sentence;
    const auto close = [&](std::uint32_t end) {
        sentence.last = end;
        if (isAttack(sentence))
            found.sentences.push_back({sentence.first, sentence.last});
        sentence = {end, end, 0};
    };
    for (std::uint32_t i = 0; i < tokens.list.size(); ++i) {
        const Token &token = tokens.list[i];
        if (token.kind == Token::Kind::LineEnd)
            close(i + 1);
        else if (token.kind == Token::Kind::Word)
            sentence.kinds |= kindAt(known, tokens, i);
    }
    close(static_cast<std::uint32_t>(tokens.list.size()));
    return found;
}

void run(const Context &context, std::vector<Report> &reports)
{
    for (std::size_t s = 0; s < context.sources.size(); ++s) {
        const Attacks &attacks = context.sources[s].reading.noted<attacksIn>();
        for (const Range &sentence : attacks.sentences)
            reports.push_back({.code = "instruction-in-source",
                               .source = s,
                               .sourcePlace = sentence,
                               .message = "This passage speaks to software, not to a reader."});
        if (attacks.hasRoleMark)
            reports.push_back({.code = "instruction-in-source",
                               .source = s,
                               .message = "This source holds marks by which language models part their turns."});
    }
}

} // namespace

const Check &attackCheck()
{
    static constexpr Check check{
        "attack",
        "1",
        "Passages of a source that address software, claim authority over it, or ask to skip review.",
        "New wordings, and what is hidden in pictures.",
        "Points at text; it says nothing of health.",
        run};
    return check;
}

} // namespace countersign::checks
