// Who is signed in to sign, how long it lasts, and its end in one action. In the last line, on every page.
#pragma once

#include "ui/presenters/session_view.hpp"

#include <QPushButton>

namespace countersign::widgets
{

class SigningChip : public QPushButton
{
    Q_OBJECT

public:
    explicit SigningChip(QWidget *parent = nullptr);

    void show(const presenters::SigningLine &line);
    using QPushButton::show;
};

} // namespace countersign::widgets
