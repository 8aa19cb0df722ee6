// A conversation of console and gateway, written down: one story a file, played against the real engine and against the
// real gateway, so that neither can drift from what the other expects.
//
//   # a comment
//   > sign in mara              something is done; the player of each side does it in its own way
//   C {"type":"sign-in",…}      the console says it
//   G {"type":"signed-in",…}    the gateway says it
//   G- {…}                      it says it, and it is lost on the way
//   = d1 {"verdict":"approve"}  what the compact JWS of that name says
//
// A line holds the members that matter; the others may be anything. "<name>" stands for one value: the first that is
// heard in its place, and the same from then on. "<any>" stands for every value.
#pragma once

#include "core/protocol/json.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::transcripts
{

struct Line {
    enum class Kind { Act, Console, Gateway, GatewayLost, Content };
    Kind kind = Kind::Act;
    int number = 0;                 // in its file, from 1
    std::vector<std::string> words; // of an act; of a content, the name alone
    protocol::Json message;
};

struct Story {
    std::string name;
    std::vector<Line> lines;
};

// Every story of the project, by name. A line that cannot be read is a line of kind Act with no words.
[[nodiscard]] std::vector<Story> readStories(const std::filesystem::path &folder);

// What the names of a story stand for.
class Names
{
public:
    void bind(std::string name, protocol::Json value) { values_[std::move(name)] = std::move(value); }
    [[nodiscard]] std::string text(const std::string &name) const;
    // Whether it could have been said where the story has this; learns the names it meets.
    [[nodiscard]] bool match(const protocol::Json &written, const protocol::Json &said);
    // The same with every known name replaced.
    [[nodiscard]] protocol::Json fill(const protocol::Json &written) const;

private:
    std::map<std::string, protocol::Json> values_;
};

// The claims of a compact JWS; nothing where it is none.
[[nodiscard]] std::optional<protocol::Json> claimsOf(std::string_view jws);

[[nodiscard]] std::optional<protocol::Json> readMessage(std::string_view text);

} // namespace countersign::transcripts
