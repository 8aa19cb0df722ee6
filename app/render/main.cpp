// countersign-render: decodes one document for the console. Started by it, spoken to over standard input and output.
#include "app/render/sandbox.hpp"
#include "app/render/service.hpp"

int main()
{
    countersign::render::loadDecoders();
    countersign::render::widenPipes(0, 1);
    if (!countersign::render::enterSandbox())
        return 3;
    return countersign::render::serve(0, 1);
}
