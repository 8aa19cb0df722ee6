#include "ui/presenters/edit_place.hpp"

#include <algorithm>
#include <sstream>

namespace countersign::presenters
{

std::string placeText(const EditPlace &place)
{
    std::ostringstream out;
    out << "1 " << place.caret << ' ' << place.scroll << ' ' << (place.isEditing ? 'e' : 'r')
        << (place.isWhole ? 'w' : 's') << ' ' << place.statement.text();
    return out.str();
}

EditPlace readPlace(const std::string &text)
{
    std::istringstream in(text);
    int version = 0;
    EditPlace place;
    std::string manner, statement;
    if (!(in >> version >> place.caret >> place.scroll >> manner) || version != 1 || manner.size() != 2)
        return {};
    in >> statement;
    place.caret = std::max(0, place.caret);
    place.scroll = std::clamp(place.scroll, 0, 1000);
    place.isEditing = manner[0] == 'e';
    place.isWhole = manner[1] == 'w';
    place.statement = domain::StatementId{statement};
    return place;
}

} // namespace countersign::presenters
