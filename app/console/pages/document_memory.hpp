// Memory that a worker process has from its birth and that a document is put into later, so that nothing large goes
// through a pipe. gui thread.
#pragma once

#include "core/base/bytes.hpp"

#include <memory>

namespace countersign::console
{

class DocumentMemory
{
public:
    // Null where the system has none such: the document goes through the pipe.
    [[nodiscard]] static std::unique_ptr<DocumentMemory> make();
    explicit DocumentMemory(int descriptor); // make's
    DocumentMemory(const DocumentMemory &) = delete;
    DocumentMemory &operator=(const DocumentMemory &) = delete;
    ~DocumentMemory();

    // What a process inherits that is started before `keep`.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    // From now on no new process has it.
    void keep();
    [[nodiscard]] bool put(BytesView document);

private:
    int descriptor_;
};

} // namespace countersign::console
