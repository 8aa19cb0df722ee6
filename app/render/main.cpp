// countersign-render [DESCRIPTOR]: decodes one document for the console. Started by it, spoken to over standard input
// and output; DESCRIPTOR is the memory that the document will lie in.
#include "app/render/sandbox.hpp"
#include "app/render/service.hpp"

#include <charconv>
#include <cstring>

int main(int count, char **words)
{
    namespace render = countersign::render;
    render::loadDecoders();
    render::widenPipes(0, 1);
    int descriptor = -1;
    if (count > 1)
        std::from_chars(words[1], words[1] + std::strlen(words[1]), descriptor);
    const bool hasMemory = descriptor > 2 && render::takeMemory(descriptor);
    if (!render::enterSandbox(hasMemory))
        return 3;
    return render::serve(0, 1);
}
