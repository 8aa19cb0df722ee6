#include "ui/widgets/shell/divider.hpp"

#include "ui/style/theme.hpp"

#include <QSplitter>

#include <algorithm>

namespace countersign::widgets
{
namespace
{

constexpr double stepWidth = 40;

} // namespace

bool moveDivider(QSplitter &splitter, int by)
{
    QList<int> sizes = splitter.sizes();
    if (sizes.size() != 2 || splitter.widget(0)->isHidden() || splitter.widget(1)->isHidden())
        return false;
    const int step = by * style::themeOf(&splitter).px(stepWidth);
    sizes[0] = std::max(0, sizes[0] + step);
    sizes[1] = std::max(0, sizes[1] - step);
    splitter.setSizes(sizes);
    return true;
}

} // namespace countersign::widgets
