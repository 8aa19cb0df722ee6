// Documents opened in countersign-render: one process each, spoken to without ever waiting. Whatever that process does,
// ends in a PageTrouble: what it says is held to app/render/protocol, each answer to a time, and on the first doubt it
// is ended (record 0014). gui thread.
#pragma once

#include "ui/presenters/page_decoder.hpp"

#include <QtCore/QString>

#include <chrono>

namespace countersign::console
{

struct RenderOptions {
    QString program; // empty, or not there: every document fails with NoDecoder
    std::chrono::milliseconds openWaitMax;
    std::chrono::milliseconds pageWaitMax;
};
// The program that was installed with this one, and the limits of the protocol.
[[nodiscard]] RenderOptions installedRender();

// Keeps one process ready, so that opening a document does not wait for one to start.
[[nodiscard]] presenters::OpenDocument openInRender(RenderOptions options);

} // namespace countersign::console
