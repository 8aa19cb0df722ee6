<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ReasonsPanel</name>
        <message numerus="yes">
            <source>The comment is longer than %n characters.</source>
            <translation>
                <numerusform>The comment is longer than %n character.</numerusform>
                <numerusform>The comment is longer than %n characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n to look at</numerusform>
                <numerusform>%n to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>read %1 of %n sources</source>
            <translation>
                <numerusform>read %1 of %n source</numerusform>
                <numerusform>read %1 of %n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chart records</source>
            <translation>
                <numerusform>%n chart record</numerusform>
                <numerusform>%n chart records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n notes</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conversations</source>
            <translation>
                <numerusform>%n conversation</numerusform>
                <numerusform>%n conversations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n documents</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n images</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guidelines</source>
            <translation>
                <numerusform>%n guideline</numerusform>
                <numerusform>%n guidelines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n payer policies</source>
            <translation>
                <numerusform>%n payer policy</numerusform>
                <numerusform>%n payer policies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages</source>
            <translation>
                <numerusform>%n message</numerusform>
                <numerusform>%n messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The agent read %1 of %n sources.</source>
            <translation>
                <numerusform>The agent read %1 of %n source.</numerusform>
                <numerusform>The agent read %1 of %n sources.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The first %n places. Type more to narrow them.</source>
            <translation>
                <numerusform>The first %n place. Type more to narrow them.</numerusform>
                <numerusform>The first %n places. Type more to narrow them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n places</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> in %n sources</source>
            <translation>
                <numerusform> in %n source</numerusform>
                <numerusform> in %n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Still reading %n.</source>
            <translation>
                <numerusform>Still reading %n.</numerusform>
                <numerusform>Still reading %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You changed %n statements of an earlier version of this item and did not sign them.</source>
            <translation>
                <numerusform>You changed %n statement of an earlier version of this item and did not sign it.</numerusform>
                <numerusform>You changed %n statements of an earlier version of this item and did not sign them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edited statements need a citation.</source>
            <translation>
                <numerusform>%n edited statement needs a citation.</numerusform>
                <numerusform>%n edited statements need a citation.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This went fast: %1 s for %n words. It is recorded, and does not hold you up.</source>
            <translation>
                <numerusform>This went fast: %1 s for %n word. It is recorded, and does not hold you up.</numerusform>
                <numerusform>This went fast: %1 s for %n words. It is recorded, and does not hold you up.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message numerus="yes">
            <source>%n decision(s) stored here, not yet sent</source>
            <translation>
                <numerusform>%n decision stored here, not yet sent</numerusform>
                <numerusform>%n decisions stored here, not yet sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SignSheet</name>
        <message numerus="yes">
            <source>What you sign, with %n changes</source>
            <translation>
                <numerusform>What you sign, with %n change</numerusform>
                <numerusform>What you sign, with %n changes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::HistoryPage</name>
        <message numerus="yes">
            <source>%n decision(s)</source>
            <translation>
                <numerusform>%n decision</numerusform>
                <numerusform>%n decisions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s) hidden by search or filters.</source>
            <translation>
                <numerusform>%n decision hidden by search or filters.</numerusform>
                <numerusform>%n decisions hidden by search or filters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::QueuePane</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new item(s), show</source>
            <translation>
                <numerusform>%n new item, show</numerusform>
                <numerusform>%n new items, show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s) hidden by search or filters.</source>
            <translation>
                <numerusform>%n open item hidden by search or filters.</numerusform>
                <numerusform>%n open items hidden by search or filters.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hidden by filter</source>
            <translation>
                <numerusform>%n hidden by filter</numerusform>
                <numerusform>%n hidden by filter</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingPanel</name>
        <message numerus="yes">
            <source>%n findings of automatic checks</source>
            <translation><numerusform>%n finding of automatic checks</numerusform><numerusform>%n findings of automatic checks</numerusform></translation>
        </message>
    </context>
    <context>
        <name>Refused</name>
        <message numerus="yes">
            <source>%n stop findings are still open. N goes there, A answers.</source>
            <translation><numerusform>%n stop finding is still open. N goes there, A answers.</numerusform><numerusform>%n stop findings are still open. N goes there, A answers.</numerusform></translation>
        </message>
        <message numerus="yes">
            <source>%n statements must still be seen with their source, or checked: N, then Space.</source>
            <translation>
                <numerusform>%n statement must still be seen with its source, or checked: N, then Space.</numerusform>
                <numerusform>%n statements must still be seen with their source, or checked: N, then Space.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Basis</name>
        <message numerus="yes">
            <source>What it read: %1 of %n sources</source>
            <translation><numerusform>What it read: %1 of %n source</numerusform><numerusform>What it read: %1 of %n sources</numerusform></translation>
        </message>
        <message numerus="yes">
            <source>What it did: %n steps</source>
            <translation><numerusform>What it did: %n step</numerusform><numerusform>What it did: %n steps</numerusform></translation>
        </message>
    </context>
    <context>
        <name>DraftPage</name>
        <message numerus="yes">
            <source>%n answered</source>
            <translation><numerusform>%n answered</numerusform><numerusform>%n answered</numerusform></translation>
        </message>
    </context>
    <context>
        <name>Trend</name>
        <message numerus="yes">
            <source>%1: %n values, from %2 on %3 to %4 on %5</source>
            <translation>
                <numerusform>%1: %n value, from %2 on %3 to %4 on %5</numerusform>
                <numerusform>%1: %n values, from %2 on %3 to %4 on %5</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::LockWarning</name>
        <message numerus="yes">
            <source>This desk locks in %n second(s)</source>
            <translation><numerusform>This desk locks in %n second</numerusform><numerusform>This desk locks in %n seconds</numerusform></translation>
        </message>
    </context>
</TS>
