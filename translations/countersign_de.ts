<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Absent</name>
        <message>
            <source>The item is being fetched.</source>
            <translation>Der Vorgang wird geholt.</translation>
        </message>
        <message>
            <source>This item is not stored on this machine. The gateway is being called; the item opens here as soon as it answers.</source>
            <translation>Dieser Vorgang ist nicht auf diesem Gerät gespeichert. Das Gateway wird gerufen; sobald es antwortet, öffnet sich der Vorgang hier.</translation>
        </message>
        <message>
            <source>This item is not stored on this machine, and you chose to work offline. Once you are online it opens here by itself.</source>
            <translation>Dieser Vorgang ist nicht auf diesem Gerät gespeichert, und Sie haben gewählt, offline zu arbeiten. Sobald Sie online sind, öffnet er sich hier von selbst.</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Online gehen</translation>
        </message>
        <message>
            <source>This item is not stored on this machine, and nothing is fetched from a gateway that contradicts itself.</source>
            <translation>Dieser Vorgang ist nicht auf diesem Gerät gespeichert, und von einem Gateway, das sich widerspricht, wird nichts geholt.</translation>
        </message>
        <message>
            <source>Ask the gateway again</source>
            <translation>Das Gateway noch einmal fragen</translation>
        </message>
        <message>
            <source>This item is not stored on this machine, and the gateway does not answer. Once it does, the item opens here by itself.</source>
            <translation>Dieser Vorgang ist nicht auf diesem Gerät gespeichert, und das Gateway antwortet nicht. Sobald es antwortet, öffnet sich der Vorgang hier von selbst.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message>
            <source>%1 Next try at %2.</source>
            <translation>%1 Nächster Versuch um %2.</translation>
        </message>
    </context>
    <context>
        <name>Decision</name>
        <message>
            <source>Approved</source>
            <translation>Freigegeben</translation>
        </message>
        <message>
            <source>Approved with edits</source>
            <translation>Mit Änderungen freigegeben</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Zurückgegeben</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>Escalated</source>
            <translation>Weitergeleitet</translation>
        </message>
        <message>
            <source>Co-signed</source>
            <translation>Gegengezeichnet</translation>
        </message>
        <message>
            <source>Co-signature declined</source>
            <translation>Gegenzeichnung verweigert</translation>
        </message>
        <message>
            <source>Retracted</source>
            <translation>Zurückgenommen</translation>
        </message>
        <message>
            <source>Rolled back</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <source>Emergency access</source>
            <translation>Notfallzugriff</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>Versiegelt</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <source>Approve with edits</source>
            <translation>Mit Änderungen freigeben</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Escalate</source>
            <translation>Weiterleiten</translation>
        </message>
        <message>
            <source>Co-sign</source>
            <translation>Gegenzeichnen</translation>
        </message>
        <message>
            <source>Decline to co-sign</source>
            <translation>Gegenzeichnung verweigern</translation>
        </message>
        <message>
            <source>Retract</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Roll back</source>
            <translation>Rückgängig machen</translation>
        </message>
        <message>
            <source>Open in an emergency</source>
            <translation>Im Notfall öffnen</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>Versiegeln</translation>
        </message>
        <message>
            <source>Authorship</source>
            <translation>Urheberschaft</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>Freigabe</translation>
        </message>
        <message>
            <source>Responsibility</source>
            <translation>Verantwortung</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Administrative</source>
            <translation>Administrativ</translation>
        </message>
        <message>
            <source>Harm not stated</source>
            <translation>Schaden nicht angegeben</translation>
        </message>
        <message>
            <source>No harm</source>
            <translation>Kein Schaden</translation>
        </message>
        <message>
            <source>Low harm</source>
            <translation>Geringer Schaden</translation>
        </message>
        <message>
            <source>Moderate harm</source>
            <translation>Mäßiger Schaden</translation>
        </message>
        <message>
            <source>Serious harm</source>
            <translation>Schwerer Schaden</translation>
        </message>
        <message>
            <source>Critical harm</source>
            <translation>Kritischer Schaden</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Bestätigt</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>Zurückgehalten</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>Überholt</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Zurückgewiesen</translation>
        </message>
        <message>
            <source>Quarantined</source>
            <translation>In Quarantäne</translation>
        </message>
        <message>
            <source>Being written down on this machine. Nothing is decided yet.</source>
            <translation>Wird auf diesem Gerät festgehalten. Noch ist nichts entschieden.</translation>
        </message>
        <message>
            <source>Safe on this machine, not yet sent. Nothing is released.</source>
            <translation>Auf diesem Gerät gesichert, noch nicht gesendet. Nichts ist ausgelöst.</translation>
        </message>
        <message>
            <source>Handed to the gateway, no receipt yet.</source>
            <translation>An das Gateway übergeben, noch ohne Quittung.</translation>
        </message>
        <message>
            <source>The gateway accepted it, and its receipt was checked here.</source>
            <translation>Das Gateway hat angenommen, seine Quittung wurde hier geprüft.</translation>
        </message>
        <message>
            <source>Accepted, and not released yet: it waits for the hold to end or for a co-signature.</source>
            <translation>Angenommen und noch nicht ausgelöst: wartet auf das Ende der Haltefrist oder auf eine Gegenzeichnung.</translation>
        </message>
        <message>
            <source>Somebody else's decision came first. Yours is kept and has no effect.</source>
            <translation>Eine andere Entscheidung war früher. Ihre bleibt aufbewahrt und hat keine Wirkung.</translation>
        </message>
        <message>
            <source>The gateway did not accept it. It is kept and has no effect.</source>
            <translation>Das Gateway hat nicht angenommen. Sie bleibt aufbewahrt und hat keine Wirkung.</translation>
        </message>
        <message>
            <source>It cannot be trusted as it is stored here. It is kept and will not be sent.</source>
            <translation>So wie sie hier liegt, ist ihr nicht zu trauen. Sie bleibt aufbewahrt und wird nicht gesendet.</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Accepted, inside the hold window</source>
            <translation>Angenommen, innerhalb der Haltefrist</translation>
        </message>
        <message>
            <source>Accepted, waiting for a co-signature</source>
            <translation>Angenommen, wartet auf Gegenzeichnung</translation>
        </message>
        <message>
            <source>Another decision was first</source>
            <translation>Eine andere Entscheidung war früher</translation>
        </message>
        <message>
            <source>The item had changed since it was read</source>
            <translation>Der Vorgang hatte sich seit dem Lesen geändert</translation>
        </message>
        <message>
            <source>The item had expired</source>
            <translation>Der Vorgang war abgelaufen</translation>
        </message>
        <message>
            <source>Not permitted for this person</source>
            <translation>Dieser Person nicht erlaubt</translation>
        </message>
        <message>
            <source>The signature does not fit</source>
            <translation>Die Signatur passt nicht</translation>
        </message>
        <message>
            <source>Somebody else held the item</source>
            <translation>Jemand anderes hatte den Vorgang in Arbeit</translation>
        </message>
        <message>
            <source>The clock of this machine is too far off</source>
            <translation>Die Uhr dieses Geräts weicht zu weit ab</translation>
        </message>
        <message>
            <source>Clinician</source>
            <translation>Ärztin oder Arzt</translation>
        </message>
        <message>
            <source>Pharmacist</source>
            <translation>Apotheke</translation>
        </message>
        <message>
            <source>Nurse</source>
            <translation>Pflege</translation>
        </message>
        <message>
            <source>Coordinator</source>
            <translation>Koordination</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Aufsicht</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>Revision</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>key of this device</source>
            <translation>Schlüssel dieses Geräts</translation>
        </message>
        <message>
            <source>sign-in of the organization</source>
            <translation>Anmeldung der Einrichtung</translation>
        </message>
        <message>
            <source>smart card</source>
            <translation>Chipkarte</translation>
        </message>
        <message>
            <source>fingerprint or face</source>
            <translation>Fingerabdruck oder Gesicht</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>Hinzugefügt</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Entfernt</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Verschoben</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>Sachverhalt</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>Stil</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>Gezeigt</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>Behoben</translation>
        </message>
        <message>
            <source>Accepted as it is</source>
            <translation>So angenommen</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>Verworfen</translation>
        </message>
        <message>
            <source>Overridden</source>
            <translation>Übergangen</translation>
        </message>
    </context>
    <context>
        <name>DraftPage</name>
        <message>
            <source>acknowledged</source>
            <translation>zur Kenntnis genommen</translation>
        </message>
        <message>
            <source>Criteria</source>
            <translation>Kriterien</translation>
        </message>
        <message>
            <source>The request that is sent</source>
            <translation>Der Antrag, der gesendet wird</translation>
        </message>
        <message>
            <source>Tool call</source>
            <translation>Werkzeugaufruf</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Described as</source>
            <translation>Beschrieben als</translation>
        </message>
        <message>
            <source>Arguments</source>
            <translation>Argumente</translation>
        </message>
        <message>
            <source>Schema of the arguments</source>
            <translation>Schema der Argumente</translation>
        </message>
        <message>
            <source>This part cannot be read as JSON. It is shown as it came.</source>
            <translation>Dieser Teil ist nicht als JSON lesbar. Er steht so da, wie er kam.</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <source>Answers to the payer's questions</source>
            <translation>Antworten auf die Fragen des Kostenträgers</translation>
        </message>
        <message>
            <source>quoted, and the quote is in the source</source>
            <translation>zitiert, und das Zitat steht in der Quelle</translation>
        </message>
        <message>
            <source>cited</source>
            <translation>belegt</translation>
        </message>
        <message>
            <source>nothing cited</source>
            <translation>nichts belegt</translation>
        </message>
        <message>
            <source>the quote is not in the source</source>
            <translation>das Zitat steht nicht in der Quelle</translation>
        </message>
        <message numerus="yes">
            <source>%n answered</source>
            <translation><numerusform>%n beantwortet</numerusform><numerusform>%n beantwortet</numerusform></translation>
        </message>
        <message>
            <source>+%1</source>
            <translation>+%1</translation>
        </message>
        <message>
            <source>the agent says: %1</source>
            <translation>der Agent sagt: %1</translation>
        </message>
        <message>
            <source>word for word since %1</source>
            <translation>wortgleich seit %1</translation>
        </message>
        <message>
            <source>quoted, and found in the source but for spelling; not word for word</source>
            <translation>zitiert und bis auf die Schreibweise in der Quelle gefunden; nicht wortgleich</translation>
        </message>
        <message>
            <source>my own knowledge</source>
            <translation>eigenes Wissen</translation>
        </message>
        <message>
            <source>standard wording, says the agent; nothing cited</source>
            <translation>laut Agent eine Standardformulierung; ohne Beleg</translation>
        </message>
        <message>
            <source>cited, but only partly found in the source</source>
            <translation>belegt, aber nur zum Teil in der Quelle gefunden</translation>
        </message>
        <message>
            <source>needs a citation</source>
            <translation>braucht einen Beleg</translation>
        </message>
        <message>
            <source>one of the riskiest</source>
            <translation>eine der heikelsten</translation>
        </message>
    </context>
    <context>
        <name>Item</name>
        <message>
            <source>Low</source>
            <translation>Niedrig</translation>
        </message>
        <message>
            <source>Moderate</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>Kritisch</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Eingegangen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>In Durchsicht</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Ausgelöst</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Ausgeführt</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Expired, not decided</source>
            <translation>Abgelaufen, nicht entschieden</translation>
        </message>
        <message>
            <source>Withdrawn by the agent</source>
            <translation>Vom Agenten zurückgezogen</translation>
        </message>
        <message>
            <source>Replaced by a newer revision</source>
            <translation>Durch neuere Fassung ersetzt</translation>
        </message>
        <message>
            <source>Changed after the decision</source>
            <translation>Nach der Entscheidung geändert</translation>
        </message>
        <message>
            <source>Escalated</source>
            <translation>Weitergeleitet</translation>
        </message>
        <message>
            <source>Waiting for a co-signature</source>
            <translation>Wartet auf Gegenzeichnung</translation>
        </message>
        <message>
            <source>Retracted</source>
            <translation>Zurückgenommen</translation>
        </message>
        <message>
            <source>Rolled back</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <source>sex not received</source>
            <translation>Geschlecht nicht erhalten</translation>
        </message>
        <message>
            <source>female</source>
            <translation>weiblich</translation>
        </message>
        <message>
            <source>male</source>
            <translation>männlich</translation>
        </message>
        <message>
            <source>other</source>
            <translation>divers</translation>
        </message>
        <message>
            <source>sex unknown</source>
            <translation>Geschlecht unbekannt</translation>
        </message>
        <message>
            <source>F</source>
            <comment>female, one letter</comment>
            <translation>W</translation>
        </message>
        <message>
            <source>M</source>
            <comment>male, one letter</comment>
            <translation>M</translation>
        </message>
        <message>
            <source>X</source>
            <comment>other sex, one letter</comment>
            <translation>D</translation>
        </message>
        <message>
            <source>U</source>
            <comment>sex unknown, one letter</comment>
            <translation>U</translation>
        </message>
        <message>
            <source>low risk</source>
            <translation>geringes Risiko</translation>
        </message>
        <message>
            <source>high risk</source>
            <translation>hohes Risiko</translation>
        </message>
        <message>
            <source>risk not assessed</source>
            <translation>Risiko nicht bestimmt</translation>
        </message>
        <message>
            <source>active</source>
            <translation>aktiv</translation>
        </message>
        <message>
            <source>inactive</source>
            <translation>inaktiv</translation>
        </message>
        <message>
            <source>refuted</source>
            <translation>widerlegt</translation>
        </message>
        <message>
            <source>Clinical documentation</source>
            <translation>Klinische Dokumentation</translation>
        </message>
        <message>
            <source>Prior authorization</source>
            <translation>Kostenübernahme</translation>
        </message>
        <message>
            <source>Patient intake</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Prior auth</source>
            <translation>Kostenübernahme</translation>
        </message>
        <message>
            <source>Appeal</source>
            <translation>Widerspruch</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>Tool call</source>
            <translation>Werkzeugaufruf</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Fold the queue away or back</source>
            <translation>Liste ein- oder ausklappen</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Ausgang</translation>
        </message>
        <message>
            <source>Undo the last decision while it is held</source>
            <translation>Letzte Entscheidung zurücknehmen, solange sie gehalten wird</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>The map of all keys</source>
            <translation>Die Übersicht aller Tasten</translation>
        </message>
        <message>
            <source>Queue and history</source>
            <translation>Liste und Verlauf</translation>
        </message>
        <message>
            <source>Open the item</source>
            <translation>Vorgang öffnen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Show new items</source>
            <translation>Neue Vorgänge zeigen</translation>
        </message>
        <message>
            <source>Next one to look at</source>
            <translation>Nächste, die anzusehen ist</translation>
        </message>
        <message>
            <source>To the evidence and back</source>
            <translation>Zum Beleg und zurück</translation>
        </message>
        <message>
            <source>Acknowledge the statement</source>
            <translation>Aussage zur Kenntnis nehmen</translation>
        </message>
        <message>
            <source>Edit the statement</source>
            <translation>Aussage bearbeiten</translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation>Ablehnen …</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>Zurückgeben …</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>Signieren …</translation>
        </message>
        <message>
            <source>Answer the finding</source>
            <translation>Meldung beantworten</translation>
        </message>
        <message>
            <source>Cite the marked words</source>
            <translation>Markierte Worte belegen</translation>
        </message>
        <message>
            <source>What the draft rests on, and back</source>
            <translation>Worauf der Entwurf beruht, und zurück</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Everything that can be done, by name</source>
            <translation>Alles, was man tun kann, beim Namen</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Next statement</source>
            <translation>Nächste Aussage</translation>
        </message>
        <message>
            <source>Previous statement</source>
            <translation>Vorige Aussage</translation>
        </message>
        <message>
            <source>Next of the riskiest statements</source>
            <translation>Nächste der heikelsten Aussagen</translation>
        </message>
        <message>
            <source>Previous of the riskiest statements</source>
            <translation>Vorige der heikelsten Aussagen</translation>
        </message>
        <message>
            <source>Previous citation</source>
            <translation>Voriger Beleg</translation>
        </message>
        <message>
            <source>Next citation</source>
            <translation>Nächster Beleg</translation>
        </message>
        <message>
            <source>Leave this item undecided, on to the next</source>
            <translation>Diesen Vorgang offen lassen, weiter zum nächsten</translation>
        </message>
        <message>
            <source>Respond…</source>
            <translation>Antworten …</translation>
        </message>
        <message>
            <source>Escalate…</source>
            <translation>Weiterleiten …</translation>
        </message>
        <message>
            <source>These keys are taken: “%1”. Change those first.</source>
            <translation>Diese Tasten sind vergeben: „%1“. Ändern Sie zuerst jene.</translation>
        </message>
        <message>
            <source>A verdict is never on one key alone: hold Ctrl or Alt with it.</source>
            <translation>Eine Entscheidung liegt nie auf einer Taste allein: Halten Sie Strg oder Alt dazu.</translation>
        </message>
        <message>
            <source>These keys belong to typing and moving: choose others.</source>
            <translation>Diese Tasten gehören zum Schreiben und Bewegen: Wählen Sie andere.</translation>
        </message>
        <message>
            <source>Search all sources</source>
            <translation>Alle Quellen durchsuchen</translation>
        </message>
        <message>
            <source>The whole text in one editor, and back</source>
            <translation>Der ganze Text in einem Feld, und zurück</translation>
        </message>
        <message>
            <source>What you changed, and back</source>
            <translation>Was Sie geändert haben, und zurück</translation>
        </message>
        <message>
            <source>Write misread notations out</source>
            <translation>Missverständliche Schreibweisen ausschreiben</translation>
        </message>
        <message>
            <source>The citation still stands for the edited statement</source>
            <translation>Der Beleg gilt auch für die geänderte Aussage</translation>
        </message>
        <message>
            <source>The edited statement is my own knowledge</source>
            <translation>Die geänderte Aussage ist eigenes Wissen</translation>
        </message>
        <message>
            <source>Checked, on to the next one to look at</source>
            <translation>Geprüft, weiter zur nächsten, die anzusehen ist</translation>
        </message>
        <message>
            <source>Treat this item as of a higher tier</source>
            <translation>Diesen Vorgang wie einen höherer Stufe behandeln</translation>
        </message>
        <message>
            <source>Hide the work, or show it again</source>
            <translation>Die Arbeit verbergen oder wieder zeigen</translation>
        </message>
        <message>
            <source>To the earlier note in which these words first stood</source>
            <translation>Zur früheren Notiz, in der diese Worte zuerst standen</translation>
        </message>
        <message>
            <source>More room for the draft</source>
            <translation>Mehr Platz für den Entwurf</translation>
        </message>
        <message>
            <source>More room for its evidence</source>
            <translation>Mehr Platz für die Belege</translation>
        </message>
        <message>
            <source>More room for a page</source>
            <translation>Mehr Platz für eine Seite</translation>
        </message>
        <message>
            <source>More room for its text</source>
            <translation>Mehr Platz für ihren Text</translation>
        </message>
        <message>
            <source>More room for the list</source>
            <translation>Mehr Platz für die Liste</translation>
        </message>
        <message>
            <source>Less room for the list</source>
            <translation>Weniger Platz für die Liste</translation>
        </message>
    </context>
    <context>
        <name>Link</name>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Verbindet …</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>Signed out</source>
            <translation>Abgemeldet</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Meldet an …</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Gesperrt</translation>
        </message>
        <message>
            <source>The gateway has lost decisions that it had confirmed to this desk.</source>
            <translation>Das Gateway hat Entscheidungen verloren, die es diesem Arbeitsplatz bestätigt hatte.</translation>
        </message>
        <message>
            <source>The gateway has changed decisions that it had confirmed to this desk.</source>
            <translation>Das Gateway hat Entscheidungen verändert, die es diesem Arbeitsplatz bestätigt hatte.</translation>
        </message>
        <message>
            <source>The gateway no longer proves that its log is the one it showed to this desk.</source>
            <translation>Das Gateway beweist nicht mehr, dass sein Protokoll das ist, das es diesem Arbeitsplatz gezeigt hatte.</translation>
        </message>
        <message>
            <source>The gateway shows another log than the one it showed to this desk before.</source>
            <translation>Das Gateway zeigt ein anderes Protokoll als das, das es diesem Arbeitsplatz früher gezeigt hatte.</translation>
        </message>
        <message>
            <source>Nothing it says counts as confirmed, and nothing is sent to it. What you sign is kept here. Call whoever runs the gateway.</source>
            <translation>Nichts, was es sagt, gilt als bestätigt, und nichts wird ihm gesendet. Was Sie unterschreiben, bleibt hier gespeichert. Rufen Sie an, wer das Gateway betreibt.</translation>
        </message>
        <message>
            <source>%1 %2 The evidence is in %3.</source>
            <translation>%1 %2 Der Nachweis liegt in %3.</translation>
        </message>
        <message>
            <source>The connection ended: %1.</source>
            <translation>Die Verbindung endete: %1.</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>NAME NOT RECEIVED</source>
            <translation>NAME NICHT ERHALTEN</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>MRN %1</source>
            <translation>Pat.-Nr. %1</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>No longer in your queue</source>
            <translation>Nicht mehr in Ihrer Liste</translation>
        </message>
        <message>
            <source>%1 tier</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>waits %1</source>
            <translation>wartet %1</translation>
        </message>
        <message>
            <source>Changed since you looked</source>
            <translation>Geändert, seit Sie hinsahen</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>zugeklappt</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>aufgeklappt</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n Vorgang</numerusform>
                <numerusform>%n Vorgänge</numerusform>
            </translation>
        </message>
        <message>
            <source>similar name</source>
            <translation>ähnlicher Name</translation>
        </message>
        <message>
            <source>Unsigned edits</source>
            <translation>Nicht signierte Änderungen</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>Made up</source>
            <translation>Erfunden</translation>
        </message>
        <message>
            <source>Contradicts source</source>
            <translation>Widerspricht der Quelle</translation>
        </message>
        <message>
            <source>Negation flipped</source>
            <translation>Verneinung verkehrt</translation>
        </message>
        <message>
            <source>Cause invented</source>
            <translation>Ursache erfunden</translation>
        </message>
        <message>
            <source>Wrong context mixed</source>
            <translation>Falscher Zusammenhang</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Wrong patient</source>
            <translation>Falscher Patient</translation>
        </message>
        <message>
            <source>Wrong side or site</source>
            <translation>Falsche Seite oder Stelle</translation>
        </message>
        <message>
            <source>Wrong drug</source>
            <translation>Falsches Mittel</translation>
        </message>
        <message>
            <source>Wrong dose, unit, route or frequency</source>
            <translation>Falsche Dosis, Einheit, Gabe oder Häufigkeit</translation>
        </message>
        <message>
            <source>Allergy or interaction missed</source>
            <translation>Allergie oder Wechselwirkung übersehen</translation>
        </message>
        <message>
            <source>Out of date</source>
            <translation>Veraltet</translation>
        </message>
        <message>
            <source>Copied forward</source>
            <translation>Fortgeschrieben</translation>
        </message>
        <message>
            <source>Wrong date or time</source>
            <translation>Falsches Datum oder falsche Zeit</translation>
        </message>
        <message>
            <source>Wrong speaker or author</source>
            <translation>Falsche Person zitiert</translation>
        </message>
        <message>
            <source>Exam or finding not done</source>
            <translation>Nicht erhobener Befund</translation>
        </message>
        <message>
            <source>Plan not mine</source>
            <translation>Nicht mein Plan</translation>
        </message>
        <message>
            <source>Urgency wrong</source>
            <translation>Falsche Dringlichkeit</translation>
        </message>
        <message>
            <source>Coding or level wrong</source>
            <translation>Falsche Kodierung</translation>
        </message>
        <message>
            <source>Tone or wording</source>
            <translation>Ton oder Wortwahl</translation>
        </message>
        <message>
            <source>Structure or format</source>
            <translation>Aufbau oder Form</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Bad source</source>
            <translation>Schlechte Quelle</translation>
        </message>
        <message>
            <source>Injected instruction</source>
            <translation>Eingeschleuste Anweisung</translation>
        </message>
        <message>
            <source>Duplicate task</source>
            <translation>Doppelte Aufgabe</translation>
        </message>
        <message>
            <source>Not needed or not clinically appropriate</source>
            <translation>Unnötig oder klinisch unangemessen</translation>
        </message>
        <message>
            <source>Outside my scope</source>
            <translation>Nicht mein Bereich</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Anderes</translation>
        </message>
        <message>
            <source>Missing document</source>
            <translation>Unterlage fehlt</translation>
        </message>
        <message>
            <source>Medical necessity not shown</source>
            <translation>Notwendigkeit nicht belegt</translation>
        </message>
        <message>
            <source>Criteria misread or wrong policy</source>
            <translation>Kriterien falsch gelesen oder falsche Richtlinie</translation>
        </message>
        <message>
            <source>Wrong service code</source>
            <translation>Falscher Leistungscode</translation>
        </message>
        <message>
            <source>Wrong or unsupported diagnosis</source>
            <translation>Falsche oder unbelegte Diagnose</translation>
        </message>
        <message>
            <source>Wrong modifier, side, place or units</source>
            <translation>Zusatz, Seite, Ort oder Menge falsch</translation>
        </message>
        <message>
            <source>Duplicate or active authorization exists</source>
            <translation>Schon beantragt oder genehmigt</translation>
        </message>
        <message>
            <source>Authorization not required</source>
            <translation>Genehmigung nicht nötig</translation>
        </message>
        <message>
            <source>Wrong member or coverage</source>
            <translation>Falsche Person oder Versicherung</translation>
        </message>
        <message>
            <source>Wrong provider, network or NPI</source>
            <translation>Falsche Einrichtung, Netz oder NPI</translation>
        </message>
        <message>
            <source>Dates wrong</source>
            <translation>Daten falsch</translation>
        </message>
        <message>
            <source>Urgency not justified, or should be urgent</source>
            <translation>Dringlichkeit unbegründet oder zu gering</translation>
        </message>
        <message>
            <source>Attestation answered by the agent</source>
            <translation>Erklärung vom Agenten beantwortet</translation>
        </message>
        <message>
            <source>Unsupported claim in the letter</source>
            <translation>Unbelegte Aussage im Schreiben</translation>
        </message>
        <message>
            <source>Prior treatment misreported</source>
            <translation>Vorbehandlung falsch angegeben</translation>
        </message>
        <message>
            <source>Too much patient information</source>
            <translation>Zu viele Patientendaten</translation>
        </message>
        <message>
            <source>Signature or order missing or invalid</source>
            <translation>Unterschrift oder Anordnung fehlt oder ungültig</translation>
        </message>
        <message>
            <source>Stale evidence</source>
            <translation>Belege zu alt</translation>
        </message>
        <message>
            <source>Wrong patient's document</source>
            <translation>Unterlage eines anderen Patienten</translation>
        </message>
        <message>
            <source>Withdraw: plan of care changed</source>
            <translation>Zurückziehen: Behandlungsplan geändert</translation>
        </message>
        <message>
            <source>Needs a specialist</source>
            <translation>Braucht Fachärztin oder Facharzt</translation>
        </message>
        <message>
            <source>Needs a pharmacist</source>
            <translation>Braucht die Apotheke</translation>
        </message>
        <message>
            <source>Needs compliance or privacy</source>
            <translation>Braucht Compliance oder Datenschutz</translation>
        </message>
        <message>
            <source>Sources conflict and I cannot resolve it</source>
            <translation>Quellen widersprechen sich, ich kann es nicht klären</translation>
        </message>
        <message>
            <source>Suspected wrong patient</source>
            <translation>Verdacht auf falschen Patienten</translation>
        </message>
        <message>
            <source>Suspected injection or tampering</source>
            <translation>Verdacht auf Einschleusung oder Manipulation</translation>
        </message>
        <message>
            <source>Time-critical: act outside the console</source>
            <translation>Zeitkritisch: außerhalb der Konsole handeln</translation>
        </message>
        <message>
            <source>Possible AI safety event</source>
            <translation>Mögliches KI-Sicherheitsereignis</translation>
        </message>
        <message>
            <source>Not authorized</source>
            <translation>Nicht befugt</translation>
        </message>
        <message>
            <source>Second opinion</source>
            <translation>Zweitmeinung</translation>
        </message>
    </context>
    <context>
        <name>ReasonsPanel</name>
        <message>
            <source>Reject this draft</source>
            <translation>Diesen Entwurf ablehnen</translation>
        </message>
        <message>
            <source>Return this draft for revision</source>
            <translation>Diesen Entwurf zur Überarbeitung zurückgeben</translation>
        </message>
        <message>
            <source>Answer the agent</source>
            <translation>Dem Agenten antworten</translation>
        </message>
        <message>
            <source>Hand this item on</source>
            <translation>Diesen Vorgang weiterleiten</translation>
        </message>
        <message>
            <source>Approve this draft</source>
            <translation>Diesen Entwurf freigeben</translation>
        </message>
        <message>
            <source>Choose at least one reason.</source>
            <translation>Wählen Sie mindestens einen Grund.</translation>
        </message>
        <message>
            <source>Write your answer.</source>
            <translation>Schreiben Sie Ihre Antwort.</translation>
        </message>
        <message>
            <source>“Other” needs a few words.</source>
            <translation>„Anderes“ braucht ein paar Worte.</translation>
        </message>
        <message numerus="yes">
            <source>The comment is longer than %n characters.</source>
            <translation>
                <numerusform>Der Kommentar ist länger als %n Zeichen.</numerusform>
                <numerusform>Der Kommentar ist länger als %n Zeichen.</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>„%1“</translation>
        </message>
        <message>
            <source>a specialist</source>
            <translation>eine Fachärztin oder einen Facharzt</translation>
        </message>
        <message>
            <source>a pharmacist</source>
            <translation>die Apotheke</translation>
        </message>
        <message>
            <source>compliance and privacy</source>
            <translation>Compliance und Datenschutz</translation>
        </message>
        <message>
            <source>the supervisor</source>
            <translation>die Aufsicht</translation>
        </message>
        <message>
            <source>those who put patients' identities right</source>
            <translation>die, die Verwechslungen von Personen klären</translation>
        </message>
        <message>
            <source>security</source>
            <translation>die IT-Sicherheit</translation>
        </message>
        <message>
            <source>you, outside of the console: act now</source>
            <translation>Sie, außerhalb der Konsole: Handeln Sie jetzt</translation>
        </message>
        <message>
            <source>those who look into safety events</source>
            <translation>die, die Sicherheitsvorfälle untersuchen</translation>
        </message>
        <message>
            <source>a colleague's second opinion</source>
            <translation>eine zweite Meinung aus dem Kollegium</translation>
        </message>
        <message>
            <source>Next: nothing is released. It waits for %1.</source>
            <translation>Danach: Nichts wird freigegeben. Es wartet auf %1.</translation>
        </message>
    </context>
    <context>
        <name>Refused</name>
        <message>
            <source>Your organization takes signatures with your own token only. Put it into the reader.</source>
            <translation>Ihre Organisation nimmt nur Signaturen mit Ihrem eigenen Token an. Stecken Sie es in den Leser.</translation>
        </message>
        <message>
            <source>The token is not in the reader. Nothing was signed; put it in and try again.</source>
            <translation>Das Token steckt nicht im Leser. Es wurde nichts signiert; stecken Sie es ein und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The token in the reader is not registered as yours. Nothing was signed; put in your own.</source>
            <translation>Das Token im Leser ist nicht als Ihres eingetragen. Es wurde nichts signiert; stecken Sie Ihr eigenes ein.</translation>
        </message>
        <message>
            <source>The PIN does not fit. Nothing was done; try again. A few wrong PINs lock the token.</source>
            <translation>Die PIN passt nicht. Es wurde nichts getan; versuchen Sie es noch einmal. Einige falsche PINs sperren das Token.</translation>
        </message>
        <message>
            <source>The token is locked: its PIN was wrong too often. Nothing was done; have the token unlocked.</source>
            <translation>Das Token ist gesperrt: Seine PIN war zu oft falsch. Es wurde nichts getan; lassen Sie das Token entsperren.</translation>
        </message>
        <message>
            <source>The token does not answer. Nothing was done; take it out, put it in again and try once more.</source>
            <translation>Das Token antwortet nicht. Es wurde nichts getan; ziehen Sie es heraus, stecken Sie es wieder ein und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The token in the reader cannot sign here. Nothing was done; ask your administrator.</source>
            <translation>Das Token im Leser kann hier nicht signieren. Es wurde nichts getan; wenden Sie sich an die Administration.</translation>
        </message>
        <message>
            <source>The gateway did not register this token. Nothing was changed; ask your administrator.</source>
            <translation>Das Gateway hat dieses Token nicht eingetragen. Es wurde nichts geändert; wenden Sie sich an die Administration.</translation>
        </message>
        <message>
            <source>This needs another role: %1. Escalate it, or leave it for them.</source>
            <translation>Das braucht eine andere Rolle: %1. Leiten Sie es weiter, oder lassen Sie es dort.</translation>
        </message>
        <message>
            <source>Your role may not decide this. Escalate it, or leave it for others.</source>
            <translation>Ihre Rolle darf das nicht entscheiden. Leiten Sie es weiter, oder überlassen Sie es anderen.</translation>
        </message>
        <message>
            <source>Nobody is signed in. Sign in first.</source>
            <translation>Niemand ist angemeldet. Melden Sie sich zuerst an.</translation>
        </message>
        <message>
            <source>The password does not fit. Nothing was done; try again.</source>
            <translation>Das Passwort passt nicht. Nichts ist geschehen; versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>Too many wrong passwords. Wait a little, then try again.</source>
            <translation>Zu viele falsche Passwörter. Warten Sie etwas und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <source>The data stored here cannot be read. It was left as it is; ask your administrator.</source>
            <translation>Die hier gespeicherten Daten sind nicht lesbar. Sie blieben unverändert; fragen Sie die Administration.</translation>
        </message>
        <message>
            <source>You have not signed in on this machine before. The first time needs the gateway.</source>
            <translation>Sie haben sich an diesem Gerät noch nie angemeldet. Das erste Mal braucht das Gateway.</translation>
        </message>
        <message>
            <source>The data stored here belongs to somebody else. Sign in as that person, or use another profile.</source>
            <translation>Die hier gespeicherten Daten gehören jemand anderem. Melden Sie sich als diese Person an, oder nehmen Sie ein anderes Profil.</translation>
        </message>
        <message>
            <source>This needs the gateway, and it does not answer. Check the network and try again.</source>
            <translation>Das braucht das Gateway, und es antwortet nicht. Prüfen Sie das Netz und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>The gateway did not accept this user or password. Check both.</source>
            <translation>Das Gateway nimmt Benutzer oder Passwort nicht an. Prüfen Sie beides.</translation>
        </message>
        <message>
            <source>Your signing key is not enrolled at the gateway. Ask your administrator.</source>
            <translation>Ihr Signaturschlüssel ist am Gateway nicht eingetragen. Fragen Sie die Administration.</translation>
        </message>
        <message>
            <source>This console and the gateway do not fit together. Your work here is kept; update the older one.</source>
            <translation>Konsole und Gateway passen nicht zusammen. Ihre Arbeit bleibt hier erhalten; aktualisieren Sie das ältere von beiden.</translation>
        </message>
        <message>
            <source>The console is locked. Unlock it first.</source>
            <translation>Die Konsole ist gesperrt. Entsperren Sie sie zuerst.</translation>
        </message>
        <message>
            <source>Still working on the last request. Try again in a moment.</source>
            <translation>Die letzte Anfrage läuft noch. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>This item is not in your queue any more.</source>
            <translation>Dieser Vorgang ist nicht mehr in Ihrer Liste.</translation>
        </message>
        <message>
            <source>This item is not stored here, and the gateway does not answer. It opens when you are online.</source>
            <translation>Dieser Vorgang liegt nicht hier, und das Gateway antwortet nicht. Er öffnet sich, sobald Sie online sind.</translation>
        </message>
        <message>
            <source>Open the item before you decide on it.</source>
            <translation>Öffnen Sie den Vorgang, bevor Sie entscheiden.</translation>
        </message>
        <message>
            <source>The item changed while you read it. Nothing was signed; look at what changed.</source>
            <translation>Der Vorgang hat sich beim Lesen geändert. Nichts wurde signiert; sehen Sie an, was sich geändert hat.</translation>
        </message>
        <message>
            <source>The time for this item is over. It expired undecided; nothing was approved.</source>
            <translation>Die Zeit für diesen Vorgang ist vorbei. Er lief unentschieden ab; nichts wurde freigegeben.</translation>
        </message>
        <message>
            <source>You have decided on this item already. History shows where it stands.</source>
            <translation>Sie haben über diesen Vorgang schon entschieden. Der Verlauf zeigt den Stand.</translation>
        </message>
        <message>
            <source>Controlled substances cannot be signed here. Use your certified prescribing system.</source>
            <translation>Betäubungsmittel können hier nicht signiert werden. Nehmen Sie Ihr zertifiziertes Verordnungssystem.</translation>
        </message>
        <message>
            <source>This verdict is not offered for this item.</source>
            <translation>Diese Entscheidung gibt es für diesen Vorgang nicht.</translation>
        </message>
        <message>
            <source>It is too late to undo this: the decision has been released, or was never in force.</source>
            <translation>Zum Zurücknehmen ist es zu spät: die Entscheidung ist ausgelöst oder galt nie.</translation>
        </message>
        <message>
            <source>A source that this draft rests on has not been opened yet. Open it first.</source>
            <translation>Eine Quelle, auf der dieser Entwurf beruht, wurde noch nicht geöffnet. Öffnen Sie sie zuerst.</translation>
        </message>
        <message>
            <source>Choose at least one reason.</source>
            <translation>Wählen Sie mindestens einen Grund.</translation>
        </message>
        <message>
            <source>Choose at most three reasons.</source>
            <translation>Wählen Sie höchstens drei Gründe.</translation>
        </message>
        <message>
            <source>That reason is not on the list.</source>
            <translation>Dieser Grund steht nicht auf der Liste.</translation>
        </message>
        <message>
            <source>The comment is too long. Shorten it to 4,000 characters.</source>
            <translation>Der Kommentar ist zu lang. Kürzen Sie ihn auf 4.000 Zeichen.</translation>
        </message>
        <message>
            <source>This reason needs a comment. Say in a few words what is wrong.</source>
            <translation>Dieser Grund braucht einen Kommentar. Sagen Sie kurz, was falsch ist.</translation>
        </message>
        <message>
            <source>Nothing was edited. Approve the draft as it is, or edit it.</source>
            <translation>Nichts wurde geändert. Geben Sie den Entwurf so frei, oder bearbeiten Sie ihn.</translation>
        </message>
        <message>
            <source>A statement is empty. Write it, or remove it.</source>
            <translation>Eine Aussage ist leer. Schreiben Sie sie, oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>A tool call cannot be edited. Approve it as it is, reject it or return it.</source>
            <translation>Ein Werkzeugaufruf ist nicht zu bearbeiten. Geben Sie ihn so frei, lehnen Sie ihn ab, oder geben Sie ihn zurück.</translation>
        </message>
        <message>
            <source>The decision could not be written to this machine. Nothing was signed; try again.</source>
            <translation>Die Entscheidung ließ sich auf diesem Gerät nicht festhalten. Nichts wurde signiert; versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was signed; free some space and try again.</source>
            <translation>Der Speicher ist voll. Nichts wurde signiert; schaffen Sie Platz und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>The decisions stored here do not fit together and are kept apart. Ask your administrator.</source>
            <translation>Die hier gespeicherten Entscheidungen passen nicht zusammen und werden abgesondert aufbewahrt. Fragen Sie die Administration.</translation>
        </message>
        <message>
            <source>What would be signed is too large to send. Shorten the edit or the comment; nothing was signed.</source>
            <translation>Was signiert würde, ist zu groß zum Senden. Kürzen Sie die Änderung oder den Kommentar; nichts wurde signiert.</translation>
        </message>
        <message>
            <source>The signature could not be made. Nothing was signed; try again.</source>
            <translation>Die Signatur gelang nicht. Nichts wurde signiert; versuchen Sie es erneut.</translation>
        </message>
        <message numerus="yes">
            <source>%n stop findings are still open. N goes there, A answers.</source>
            <translation><numerusform>%n Stopp-Meldung ist noch offen. N führt hin, A beantwortet.</numerusform><numerusform>%n Stopp-Meldungen sind noch offen. N führt hin, A beantwortet.</numerusform></translation>
        </message>
        <message>
            <source>The recovery code does not fit. Nothing was changed; compare it with what you wrote down.</source>
            <translation>Der Wiederherstellungscode passt nicht. Nichts wurde geändert; vergleichen Sie ihn mit Ihrer Aufzeichnung.</translation>
        </message>
        <message>
            <source>Choose another password: at least twelve characters, none that everybody tries first, and not the one before.</source>
            <translation>Wählen Sie ein anderes Passwort: mindestens zwölf Zeichen, keines, das alle zuerst probieren, und nicht das vorige.</translation>
        </message>
        <message>
            <source>The system's keychain has lost this desk's secret. Your work is kept: use your recovery code.</source>
            <translation>Der Schlüsselbund des Systems hat das Geheimnis dieses Arbeitsplatzes verloren. Ihre Arbeit ist erhalten: Benutzen Sie Ihren Wiederherstellungscode.</translation>
        </message>
        <message>
            <source>The system's keychain is locked. Unlock it and try again, or use your recovery code.</source>
            <translation>Der Schlüsselbund des Systems ist gesperrt. Entsperren Sie ihn und versuchen Sie es erneut, oder benutzen Sie Ihren Wiederherstellungscode.</translation>
        </message>
        <message>
            <source>The system's keychain does not answer as it should. Try again, or use your recovery code.</source>
            <translation>Der Schlüsselbund des Systems antwortet nicht, wie er soll. Versuchen Sie es erneut, oder benutzen Sie Ihren Wiederherstellungscode.</translation>
        </message>
        <message numerus="yes">
            <source>%n statements must still be seen with their source, or checked: N, then Space.</source>
            <translation>
                <numerusform>%n Aussage muss noch mit ihrer Quelle gesehen oder geprüft werden: N, dann die Leertaste.</numerusform>
                <numerusform>%n Aussagen müssen noch mit ihrer Quelle gesehen oder geprüft werden: N, dann die Leertaste.</numerusform>
            </translation>
        </message>
        <message>
            <source>This signature begins a signing session: type your user ID above the password.</source>
            <translation>Diese Signatur beginnt eine Signiersitzung: Geben Sie über dem Passwort Ihre Benutzerkennung ein.</translation>
        </message>
        <message>
            <source>That is not the user ID of whoever is signed in. Nothing was signed.</source>
            <translation>Das ist nicht die Benutzerkennung der angemeldeten Person. Es wurde nichts signiert.</translation>
        </message>
        <message>
            <source>This gateway names nobody who signs people in by browser. Sign in with the password.</source>
            <translation>Dieses Gateway nennt niemanden, der über den Browser anmeldet. Melden Sie sich mit dem Passwort an.</translation>
        </message>
        <message>
            <source>The browser did not bring a sign-in that the gateway accepts. Nothing was done; try again.</source>
            <translation>Der Browser brachte keine Anmeldung, die das Gateway annimmt. Es wurde nichts getan; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Emergency access is not open to you now: it needs the gateway, and a role that works with patients.</source>
            <translation>Der Notfallzugriff steht Ihnen jetzt nicht offen: Er braucht das Gateway und eine Rolle, die mit Patienten arbeitet.</translation>
        </message>
        <message>
            <source>Some of your decisions are not confirmed yet. Wait for them, then change the key.</source>
            <translation>Einige Ihrer Entscheidungen sind noch nicht bestätigt. Warten Sie darauf, und wechseln Sie dann den Schlüssel.</translation>
        </message>
        <message>
            <source>You do not sign for that person any more. Sign for yourself, or ask who gave you the cover.</source>
            <translation>Sie vertreten diese Person nicht mehr. Signieren Sie für sich selbst oder fragen Sie nach, wer Ihnen die Vertretung gegeben hat.</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>No item is open. Choose one in the queue.</source>
            <translation>Kein Vorgang ist offen. Wählen Sie einen aus der Liste.</translation>
        </message>
        <message>
            <source>The item is being fetched.</source>
            <translation>Der Vorgang wird geholt.</translation>
        </message>
        <message>
            <source>The policy does not offer this here.</source>
            <translation>Die Richtlinie sieht das hier nicht vor.</translation>
        </message>
        <message>
            <source>The agent gave no source for this draft.</source>
            <translation>Der Agent nennt für diesen Entwurf keine Quelle.</translation>
        </message>
        <message>
            <source>Nothing is cited for this statement. Judge it by what you know, or edit or remove it.</source>
            <translation>Für diese Aussage ist nichts belegt. Urteilen Sie nach eigenem Wissen, oder ändern oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>%1 of %2 cited</source>
            <translation>%1 von %2 belegt</translation>
        </message>
        <message>
            <source>The quoted words are not in this source. Marked is where the agent points.</source>
            <translation>Die zitierten Worte stehen nicht in dieser Quelle. Markiert ist, wohin der Agent zeigt.</translation>
        </message>
        <message>
            <source>The quoted words are not in this source.</source>
            <translation>Die zitierten Worte stehen nicht in dieser Quelle.</translation>
        </message>
        <message>
            <source>The agent cites this source. The place cannot be shown.</source>
            <translation>Der Agent nennt diese Quelle. Die Stelle ist nicht zu zeigen.</translation>
        </message>
        <message>
            <source>Nothing left to look at</source>
            <translation>Nichts mehr anzusehen</translation>
        </message>
        <message>
            <source>Ctrl+Enter opens the signature.</source>
            <translation>Strg+Eingabe öffnet die Signatur.</translation>
        </message>
        <message numerus="yes">
            <source>%n to look at</source>
            <translation>
                <numerusform>%n anzusehen</numerusform>
                <numerusform>%n anzusehen</numerusform>
            </translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation>Ablehnen …</translation>
        </message>
        <message>
            <source>Return…</source>
            <translation>Zurückgeben …</translation>
        </message>
        <message>
            <source>Respond…</source>
            <translation>Antworten …</translation>
        </message>
        <message>
            <source>Escalate…</source>
            <translation>Weiterleiten …</translation>
        </message>
        <message>
            <source>Co-sign…</source>
            <translation>Gegenzeichnen …</translation>
        </message>
        <message>
            <source>Sign and file…</source>
            <translation>Signieren, ablegen …</translation>
        </message>
        <message>
            <source>Sign and submit…</source>
            <translation>Signieren, senden …</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>Signieren …</translation>
        </message>
        <message>
            <source>%1 and signed. Stored on this machine.</source>
            <translation>%1 und signiert. Auf diesem Gerät gespeichert.</translation>
        </message>
        <message numerus="yes">
            <source>read %1 of %n sources</source>
            <translation>
                <numerusform>las %1 von %n Quelle</numerusform>
                <numerusform>las %1 von %n Quellen</numerusform>
            </translation>
        </message>
        <message>
            <source>When you sign: %1</source>
            <translation>Wenn Sie signieren: %1</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>Fassung %1</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>kein Grund genannt</translation>
        </message>
        <message>
            <source>A guideline: general knowledge, not a fact about this patient.</source>
            <translation>Eine Leitlinie: allgemeines Wissen, keine Tatsache über diese Person.</translation>
        </message>
        <message>
            <source>The payer’s policy: what is asked for, not a fact about this patient.</source>
            <translation>Die Richtlinie des Kostenträgers: was verlangt wird, keine Tatsache über diese Person.</translation>
        </message>
        <message numerus="yes">
            <source>%n chart records</source>
            <translation>
                <numerusform>%n Akteneintrag</numerusform>
                <numerusform>%n Akteneinträge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n notes</source>
            <translation>
                <numerusform>%n Notiz</numerusform>
                <numerusform>%n Notizen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conversations</source>
            <translation>
                <numerusform>%n Gespräch</numerusform>
                <numerusform>%n Gespräche</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n documents</source>
            <translation>
                <numerusform>%n Dokument</numerusform>
                <numerusform>%n Dokumente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n images</source>
            <translation>
                <numerusform>%n Bild</numerusform>
                <numerusform>%n Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guidelines</source>
            <translation>
                <numerusform>%n Leitlinie</numerusform>
                <numerusform>%n Leitlinien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n payer policies</source>
            <translation>
                <numerusform>%n Richtlinie des Kostenträgers</numerusform>
                <numerusform>%n Richtlinien des Kostenträgers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages</source>
            <translation>
                <numerusform>%n Nachricht</numerusform>
                <numerusform>%n Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>Found, but not word for word: case, blanks or punctuation differ.</source>
            <translation>Gefunden, aber nicht wortgleich: Groß- und Kleinschreibung, Leer- oder Satzzeichen weichen ab.</translation>
        </message>
        <message>
            <source>Only a part of the quoted words is in this source. That part is marked.</source>
            <translation>Nur ein Teil der zitierten Wörter steht in dieser Quelle. Dieser Teil ist markiert.</translation>
        </message>
        <message>
            <source>The value that the agent gives does not stand at this place.</source>
            <translation>Der Wert, den der Agent angibt, steht an dieser Stelle nicht.</translation>
        </message>
        <message numerus="yes">
            <source>The agent read %1 of %n sources.</source>
            <translation>
                <numerusform>Der Agent las %1 von %n Quelle.</numerusform>
                <numerusform>Der Agent las %1 von %n Quellen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not read: %1.</source>
            <translation>Nicht gelesen: %1.</translation>
        </message>
        <message numerus="yes">
            <source>The first %n places. Type more to narrow them.</source>
            <translation>
                <numerusform>Die erste %n Stelle. Tippen Sie mehr, um einzugrenzen.</numerusform>
                <numerusform>Die ersten %n Stellen. Tippen Sie mehr, um einzugrenzen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing in the sources.</source>
            <translation>Nichts in den Quellen.</translation>
        </message>
        <message numerus="yes">
            <source>%n places</source>
            <translation>
                <numerusform>%n Stelle</numerusform>
                <numerusform>%n Stellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> in %n sources</source>
            <translation>
                <numerusform> in %n Quelle</numerusform>
                <numerusform> in %n Quellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Still reading %n.</source>
            <translation>
                <numerusform>Noch %n zu lesen.</numerusform>
                <numerusform>Noch %n zu lesen.</numerusform>
            </translation>
        </message>
        <message>
            <source>page %1</source>
            <translation>Seite %1</translation>
        </message>
        <message>
            <source>not read by the agent</source>
            <translation>vom Agenten nicht gelesen</translation>
        </message>
        <message>
            <source>Read by the agent</source>
            <translation>Vom Agenten gelesen</translation>
        </message>
        <message>
            <source>Not read by the agent: %1</source>
            <translation>Vom Agenten nicht gelesen: %1</translation>
        </message>
        <message>
            <source>This item changed while you read it. What you see is the new version; your marks on the old one are gone.</source>
            <translation>Dieser Vorgang hat sich geändert, während Sie ihn lasen. Sie sehen die neue Fassung; Ihre Markierungen der alten sind weg.</translation>
        </message>
        <message>
            <source>Unsigned edits, kept on this machine</source>
            <translation>Nicht signierte Änderungen, auf diesem Gerät aufbewahrt</translation>
        </message>
        <message>
            <source>Unsigned edits, not kept yet</source>
            <translation>Nicht signierte Änderungen, noch nicht aufbewahrt</translation>
        </message>
        <message numerus="yes">
            <source>You changed %n statements of an earlier version of this item and did not sign them.</source>
            <translation>
                <numerusform>Sie haben %n Aussage einer früheren Fassung dieses Vorgangs geändert und nicht signiert.</numerusform>
                <numerusform>Sie haben %n Aussagen einer früheren Fassung dieses Vorgangs geändert und nicht signiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edited statements need a citation.</source>
            <translation>
                <numerusform>%n geänderte Aussage braucht einen Beleg.</numerusform>
                <numerusform>%n geänderte Aussagen brauchen einen Beleg.</numerusform>
            </translation>
        </message>
        <message>
            <source>Next: held for the time in which you can undo it, then released: %1</source>
            <translation>Danach: gehalten, solange Sie es rückgängig machen können, dann freigegeben: %1</translation>
        </message>
        <message>
            <source>Next: nothing is released. The agent is told why, and may not send this draft again.</source>
            <translation>Danach: Nichts wird freigegeben. Der Agent erfährt den Grund und darf diesen Entwurf nicht wieder schicken.</translation>
        </message>
        <message>
            <source>Next: nothing is released. The agent gets your reasons and sends a new revision.</source>
            <translation>Danach: Nichts wird freigegeben. Der Agent bekommt Ihre Gründe und schickt eine neue Fassung.</translation>
        </message>
        <message>
            <source>Next: nothing is approved. The agent gets your answer and goes on from there.</source>
            <translation>Danach: Nichts ist genehmigt. Der Agent bekommt Ihre Antwort und arbeitet damit weiter.</translation>
        </message>
        <message>
            <source>Next: nothing is released. The item waits for those whom the reason names.</source>
            <translation>Danach: Nichts wird freigegeben. Der Vorgang wartet auf die, die der Grund nennt.</translation>
        </message>
        <message numerus="yes">
            <source>This went fast: %1 s for %n words. It is recorded, and does not hold you up.</source>
            <translation>
                <numerusform>Das ging schnell: %1 s für %n Wort. Es wird festgehalten und hält Sie nicht auf.</numerusform>
                <numerusform>Das ging schnell: %1 s für %n Wörter. Es wird festgehalten und hält Sie nicht auf.</numerusform>
            </translation>
        </message>
        <message>
            <source>No source was opened. It is recorded, and does not hold you up.</source>
            <translation>Keine Quelle wurde geöffnet. Es wird festgehalten und hält Sie nicht auf.</translation>
        </message>
        <message>
            <source>That is not this patient. Look at the name above.</source>
            <translation>Das ist nicht diese Person. Sehen Sie auf den Namen oben.</translation>
        </message>
        <message>
            <source>You treat this item as of the tier %1 instead of %2. It is signed with your decision.</source>
            <translation>Sie behandeln diesen Vorgang wie einen der Stufe %1 statt %2. Das wird mit Ihrer Entscheidung unterschrieben.</translation>
        </message>
        <message>
            <source>Look at what changed first.</source>
            <translation>Sehen Sie zuerst an, was sich geändert hat.</translation>
        </message>
        <message>
            <source>These words first stood here, on %1.</source>
            <translation>Diese Worte standen zuerst hier, am %1.</translation>
        </message>
        <message>
            <source>These words first stood here.</source>
            <translation>Diese Worte standen zuerst hier.</translation>
        </message>
        <message>
            <source>There is no link since %1.</source>
            <translation>Seit %1 besteht keine Verbindung.</translation>
        </message>
        <message>
            <source>There is no link.</source>
            <translation>Es besteht keine Verbindung.</translation>
        </message>
        <message>
            <source>What came since then is not in here: the gateway looks at it before anything is released, and you are shown what changed.</source>
            <translation>Was seither kam, ist hier nicht enthalten: Das Gateway prüft es, bevor etwas freigegeben wird, und Sie sehen, was sich geändert hat.</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>Stopped: the gateway contradicts itself</source>
            <translation>Angehalten: Das Gateway widerspricht sich</translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s) stored here, not yet sent</source>
            <translation>
                <numerusform>%n Entscheidung hier gespeichert, noch nicht gesendet</numerusform>
                <numerusform>%n Entscheidungen hier gespeichert, noch nicht gesendet</numerusform>
            </translation>
        </message>
        <message>
            <source>You chose to work offline.</source>
            <translation>Sie arbeiten auf Wunsch offline.</translation>
        </message>
        <message>
            <source>Next try in %1.</source>
            <translation>Nächster Versuch in %1.</translation>
        </message>
        <message>
            <source>Work on: what you sign is stored here and sent later.</source>
            <translation>Arbeiten Sie weiter: was Sie signieren, wird hier gespeichert und später gesendet.</translation>
        </message>
        <message>
            <source>No known allergies</source>
            <translation>Keine Allergien bekannt</translation>
        </message>
        <message>
            <source>Allergies not received</source>
            <translation>Allergien nicht erhalten</translation>
        </message>
        <message>
            <source>birth date not received</source>
            <translation>Geburtsdatum nicht erhalten</translation>
        </message>
        <message>
            <source>born %1</source>
            <translation>geb. %1</translation>
        </message>
        <message>
            <source>MRN not received</source>
            <translation>Pat.-Nr. nicht erhalten</translation>
        </message>
        <message>
            <source>MRN %1</source>
            <translation>Pat.-Nr. %1</translation>
        </message>
        <message>
            <source>Patient: %1, %2. %3</source>
            <translation>Patient: %1, %2. %3</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, held for %2</source>
            <translation>%1, gehalten für %2</translation>
        </message>
        <message>
            <source>This is your recovery code.</source>
            <translation>Das ist Ihr Wiederherstellungscode.</translation>
        </message>
        <message>
            <source>You have a recovery code. A new one takes its place.</source>
            <translation>Sie haben einen Wiederherstellungscode. Ein neuer tritt an seine Stelle.</translation>
        </message>
        <message>
            <source>You have no recovery code: without the password your work on this machine cannot be opened.</source>
            <translation>Sie haben keinen Wiederherstellungscode: Ohne das Passwort lässt sich Ihre Arbeit auf diesem Rechner nicht öffnen.</translation>
        </message>
        <message>
            <source>The password opens your work together with this system's keychain.</source>
            <translation>Das Passwort öffnet Ihre Arbeit zusammen mit dem Schlüsselbund dieses Systems.</translation>
        </message>
        <message>
            <source>The password alone opens your work: no keychain of this system takes part.</source>
            <translation>Das Passwort allein öffnet Ihre Arbeit: Kein Schlüsselbund dieses Systems ist beteiligt.</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>Offline seit %1</translation>
        </message>
        <message>
            <source>Signing session: %1 · End</source>
            <translation>Signiersitzung: %1 · Beenden</translation>
        </message>
        <message>
            <source>%1 is signed in to sign, for another %2. Press to end the signing session.</source>
            <translation>%1 kann noch %2 lang signieren. Drücken Sie, um die Signiersitzung zu beenden.</translation>
        </message>
        <message>
            <source>%1 opened emergency access at %2. %3.</source>
            <translation>%1 hat um %2 den Notfallzugriff geöffnet. %3.</translation>
        </message>
        <message>
            <source>At %2 signing as %1 failed again and again, and was blocked for a while.</source>
            <translation>Um %2 schlug das Signieren als %1 immer wieder fehl und wurde für eine Weile gesperrt.</translation>
        </message>
        <message>
            <source>At %2 signing in as %1 failed again and again, and was blocked for a while.</source>
            <translation>Um %2 schlug die Anmeldung als %1 immer wieder fehl und wurde für eine Weile gesperrt.</translation>
        </message>
        <message numerus="yes">
            <source>%n more after this one.</source>
            <translation>
                <numerusform>Danach noch %n weitere.</numerusform>
                <numerusform>Danach noch %n weitere.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sign</name>
        <message>
            <source>Sign the rejection</source>
            <translation>Ablehnung signieren</translation>
        </message>
        <message>
            <source>Sign and return the draft</source>
            <translation>Signieren und zurückgeben</translation>
        </message>
        <message>
            <source>Sign and send the answer</source>
            <translation>Signieren und antworten</translation>
        </message>
        <message>
            <source>Sign and hand on</source>
            <translation>Signieren und weiterleiten</translation>
        </message>
        <message>
            <source>Co-sign</source>
            <translation>Gegenzeichnen</translation>
        </message>
        <message>
            <source>Sign and file the note</source>
            <translation>Signieren und Notiz ablegen</translation>
        </message>
        <message>
            <source>Sign and submit the request</source>
            <translation>Signieren und Antrag senden</translation>
        </message>
        <message>
            <source>Sign and release the action</source>
            <translation>Signieren und auslösen</translation>
        </message>
    </context>
    <context>
        <name>SignSheet</name>
        <message>
            <source>PIN of the token “%1”</source>
            <translation>PIN des Tokens „%1“</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>The token in the reader is not registered as yours.</source>
            <translation>Das Token im Leser ist nicht als Ihres eingetragen.</translation>
        </message>
        <message>
            <source>The token in the reader cannot sign here.</source>
            <translation>Das Token im Leser kann hier nicht signieren.</translation>
        </message>
        <message>
            <source>The token “%1” is in the reader and registered as yours. Its PIN signs, in place of the password.</source>
            <translation>Das Token „%1“ steckt im Leser und ist als Ihres eingetragen. Seine PIN signiert, anstelle des Passworts.</translation>
        </message>
        <message>
            <source>The token “%1” is in the reader. Registered as yours, it signs with its PIN, in place of the password, and takes the place of one that you registered before. This needs the gateway.</source>
            <translation>Das Token „%1“ steckt im Leser. Als Ihres eingetragen, signiert es mit seiner PIN, anstelle des Passworts, und tritt an die Stelle eines früher eingetragenen. Das braucht das Gateway.</translation>
        </message>
        <message>
            <source>The token in the reader has no key that can sign here.</source>
            <translation>Das Token im Leser hat keinen Schlüssel, der hier signieren kann.</translation>
        </message>
        <message>
            <source>You have registered a token. It is not in the reader.</source>
            <translation>Sie haben ein Token eingetragen. Es steckt nicht im Leser.</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>„%1“</translation>
        </message>
        <message numerus="yes">
            <source>What you sign, with %n changes</source>
            <translation>
                <numerusform>Was Sie signieren, mit %n Änderung</numerusform>
                <numerusform>Was Sie signieren, mit %n Änderungen</numerusform>
            </translation>
        </message>
        <message>
            <source>What you sign</source>
            <translation>Was Sie signieren</translation>
        </message>
        <message>
            <source>The draft that you decide on</source>
            <translation>Der Entwurf, über den Sie entscheiden</translation>
        </message>
        <message>
            <source>item %1, revision %2</source>
            <translation>Vorgang %1, Fassung %2</translation>
        </message>
        <message>
            <source>digest %1</source>
            <translation>Prüfsumme %1</translation>
        </message>
        <message>
            <source>%1, on behalf of %2</source>
            <translation>%1, in Vertretung von %2</translation>
        </message>
        <message>
            <source>Myself</source>
            <translation>Mich selbst</translation>
        </message>
        <message>
            <source>%1, away until %2</source>
            <translation>%1, abwesend bis %2</translation>
        </message>
    </context>
    <context>
        <name>Source</name>
        <message>
            <source>For information</source>
            <translation>Zur Kenntnis</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>Anzusehen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <source>Edit the statement</source>
            <translation>Aussage bearbeiten</translation>
        </message>
        <message>
            <source>Remove the statement</source>
            <translation>Aussage entfernen</translation>
        </message>
        <message>
            <source>Cite a source</source>
            <translation>Quelle angeben</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Zur Kenntnis nehmen</translation>
        </message>
        <message>
            <source>Reject the draft</source>
            <translation>Entwurf ablehnen</translation>
        </message>
        <message>
            <source>Escalate</source>
            <translation>Weiterleiten</translation>
        </message>
        <message>
            <source>I know this myself</source>
            <translation>Ich weiß das selbst</translation>
        </message>
        <message>
            <source>stated in a source</source>
            <translation>steht in einer Quelle</translation>
        </message>
        <message>
            <source>inferred by the agent</source>
            <translation>vom Agenten geschlossen</translation>
        </message>
        <message>
            <source>general knowledge</source>
            <translation>Allgemeinwissen</translation>
        </message>
        <message>
            <source>standard wording</source>
            <translation>Standardtext</translation>
        </message>
        <message>
            <source>Chart data</source>
            <translation>Aktendaten</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>Gespräch</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Guideline</source>
            <translation>Leitlinie</translation>
        </message>
        <message>
            <source>Payer policy</source>
            <translation>Richtlinie des Kostenträgers</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>plain text</source>
            <translation>reiner Text</translation>
        </message>
        <message>
            <source>FHIR</source>
            <translation>FHIR</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>PNG image</source>
            <translation>PNG-Bild</translation>
        </message>
        <message>
            <source>JPEG image</source>
            <translation>JPEG-Bild</translation>
        </message>
        <message>
            <source>TIFF image</source>
            <translation>TIFF-Bild</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>Erfüllt</translation>
        </message>
        <message>
            <source>Not met</source>
            <translation>Nicht erfüllt</translation>
        </message>
        <message>
            <source>Evidence missing</source>
            <translation>Beleg fehlt</translation>
        </message>
        <message>
            <source>Unclear</source>
            <translation>Unklar</translation>
        </message>
        <message>
            <source>origin not stated</source>
            <translation>Herkunft nicht angegeben</translation>
        </message>
        <message>
            <source>filled in from the chart</source>
            <translation>aus der Akte ausgefüllt</translation>
        </message>
        <message>
            <source>filled in by the payer</source>
            <translation>vom Kostenträger ausgefüllt</translation>
        </message>
        <message>
            <source>changed by hand</source>
            <translation>von Hand geändert</translation>
        </message>
        <message>
            <source>entered by hand</source>
            <translation>von Hand eingetragen</translation>
        </message>
        <message>
            <source>kind not stated</source>
            <translation>Art nicht angegeben</translation>
        </message>
        <message>
            <source>read</source>
            <translation>gelesen</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>berechnet</translation>
        </message>
        <message>
            <source>wrote</source>
            <translation>geschrieben</translation>
        </message>
        <message>
            <source>called outside</source>
            <translation>nach außen gerufen</translation>
        </message>
        <message>
            <source>sharing not stated</source>
            <translation>Weitergabe nicht angegeben</translation>
        </message>
        <message>
            <source>no patient data shared</source>
            <translation>keine Patientendaten weitergegeben</translation>
        </message>
        <message>
            <source>pseudonyms shared</source>
            <translation>Pseudonyme weitergegeben</translation>
        </message>
        <message>
            <source>least patient data shared</source>
            <translation>wenigste Patientendaten weitergegeben</translation>
        </message>
        <message>
            <source>full patient data shared</source>
            <translation>volle Patientendaten weitergegeben</translation>
        </message>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>übersprungen</translation>
        </message>
        <message>
            <source>severity not stated</source>
            <translation>Schwere nicht angegeben</translation>
        </message>
        <message>
            <source>for information</source>
            <translation>zur Kenntnis</translation>
        </message>
        <message>
            <source>to look at</source>
            <translation>anzusehen</translation>
        </message>
        <message>
            <source>stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>administrative</source>
            <translation>administrativ</translation>
        </message>
        <message>
            <source>decision support</source>
            <translation>Entscheidungshilfe</translation>
        </message>
        <message>
            <source>medical device</source>
            <translation>Medizinprodukt</translation>
        </message>
    </context>
    <context>
        <name>SourcePage</name>
        <message>
            <source>This document has no text layer. Its page pictures cannot be shown here yet.</source>
            <translation>Dieses Dokument hat keine Textebene. Seine Seitenbilder sind hier noch nicht zu zeigen.</translation>
        </message>
        <message>
            <source>The text that was recognised on each page. Page pictures cannot be shown here yet.</source>
            <translation>Der Text, der auf jeder Seite erkannt wurde. Seitenbilder sind hier noch nicht zu zeigen.</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
        <message>
            <source>The agent did not read this source.</source>
            <translation>Der Agent hat diese Quelle nicht gelesen.</translation>
        </message>
        <message>
            <source>The agent did not read this source: %1</source>
            <translation>Der Agent hat diese Quelle nicht gelesen: %1</translation>
        </message>
        <message>
            <source>This source came without text.</source>
            <translation>Diese Quelle kam ohne Text.</translation>
        </message>
    </context>
    <context>
        <name>Statement</name>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Signatur</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Signiert von</translation>
        </message>
        <message>
            <source>NPI</source>
            <translation>NPI</translation>
        </message>
        <message>
            <source>On behalf of</source>
            <translation>Im Auftrag von</translation>
        </message>
        <message>
            <source>Signed at</source>
            <translation>Signiert am</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Bedeutung</translation>
        </message>
        <message>
            <source>Legal statement</source>
            <translation>Erklärung</translation>
        </message>
        <message>
            <source>Signed with</source>
            <translation>Signiert mit</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>signed while offline</source>
            <translation>offline signiert</translation>
        </message>
        <message>
            <source>What was looked at</source>
            <translation>Was angesehen wurde</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Geöffnet</translation>
        </message>
        <message>
            <source>Time spent</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Sources opened</source>
            <translation>Geöffnete Quellen</translation>
        </message>
        <message>
            <source>Pages seen</source>
            <translation>Gesehene Seiten</translation>
        </message>
        <message>
            <source>Statements acknowledged</source>
            <translation>Zur Kenntnis genommene Aussagen</translation>
        </message>
        <message>
            <source>Edits</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>revision %1</source>
            <translation>Fassung %1</translation>
        </message>
        <message>
            <source>Digest of the item</source>
            <translation>Prüfsumme des Vorgangs</translation>
        </message>
        <message>
            <source>Digest of what was shown</source>
            <translation>Prüfsumme des Gezeigten</translation>
        </message>
        <message>
            <source>Digest of the decision</source>
            <translation>Prüfsumme der Entscheidung</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Place in this device's chain</source>
            <translation>Platz in der Kette dieses Geräts</translation>
        </message>
        <message>
            <source>Received by the gateway</source>
            <translation>Beim Gateway eingegangen</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Place in the gateway's log</source>
            <translation>Platz im Protokoll des Gateways</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Stands as</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
    </context>
    <context>
        <name>Time</name>
        <message>
            <source>y</source>
            <comment>years, abbreviated</comment>
            <translation>J</translation>
        </message>
        <message>
            <source>mo</source>
            <comment>months, abbreviated</comment>
            <translation>Mon.</translation>
        </message>
        <message>
            <source>d</source>
            <comment>days, abbreviated</comment>
            <translation>T</translation>
        </message>
        <message>
            <source>s</source>
            <comment>seconds, abbreviated</comment>
            <translation>s</translation>
        </message>
        <message>
            <source>min</source>
            <comment>minutes, abbreviated</comment>
            <translation>min</translation>
        </message>
        <message>
            <source>h</source>
            <comment>hours, abbreviated</comment>
            <translation>h</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>noch %1</translation>
        </message>
        <message>
            <source>%1 over</source>
            <translation>%1 drüber</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>eben</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>vor %1</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>(empty)</source>
            <translation>(leer)</translation>
        </message>
    </context>
    <context>
        <name>countersign::models::HistoryModel</name>
        <message>
            <source>Signed at</source>
            <translation>Signiert am</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Standing</source>
            <translation>Stand</translation>
        </message>
    </context>
    <context>
        <name>countersign::models::QueueModel</name>
        <message>
            <source>Tier</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Ablauf</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::DecisionBar</name>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>N next</source>
            <translation>N weiter</translation>
        </message>
        <message>
            <source>N next: go to the next statement to look at</source>
            <translation>N weiter: zur nächsten Aussage, die anzusehen ist</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 next</source>
            <translation>%1 weiter</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>Unterschreiben…</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::DraftPane</name>
        <message>
            <source>Draft</source>
            <translation>Entwurf</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::EvidencePane</name>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Previous citation</source>
            <translation>Voriger Beleg</translation>
        </message>
        <message>
            <source>Next citation</source>
            <translation>Nächster Beleg</translation>
        </message>
        <message>
            <source>Search all sources</source>
            <translation>Alle Quellen durchsuchen</translation>
        </message>
        <message>
            <source>Found in the sources</source>
            <translation>In den Quellen gefunden</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::HistoryPage</name>
        <message>
            <source>Verdict</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Search patient, item or person   /</source>
            <translation>Patient, Vorgang oder Person suchen   /</translation>
        </message>
        <message>
            <source>Search the history</source>
            <translation>Verlauf durchsuchen</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Signed decisions</source>
            <translation>Signierte Entscheidungen</translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s)</source>
            <translation>
                <numerusform>%n Entscheidung</numerusform>
                <numerusform>%n Entscheidungen</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is signed yet</source>
            <translation>Noch nichts signiert</translation>
        </message>
        <message>
            <source>Nothing fits this filter</source>
            <translation>Nichts passt zu diesem Filter</translation>
        </message>
        <message>
            <source>Each decision that you sign appears here at once, as it was signed.</source>
            <translation>Jede Entscheidung, die Sie signieren, steht sofort hier, so wie sie signiert wurde.</translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s) hidden by search or filters.</source>
            <translation>
                <numerusform>%n Entscheidung durch Suche oder Filter verborgen.</numerusform>
                <numerusform>%n Entscheidungen durch Suche oder Filter verborgen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every verdict</source>
            <translation>Jede Entscheidung</translation>
        </message>
        <message>
            <source>Every reason</source>
            <translation>Jeder Grund</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Alle Personen</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::MainWindow</name>
        <message>
            <source>This token is registered as yours. Your next signature asks for its PIN.</source>
            <translation>Dieses Token ist als Ihres eingetragen. Ihre nächste Signatur fragt nach seiner PIN.</translation>
        </message>
        <message>
            <source>Countersign</source>
            <translation>Countersign</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>This item has edits that are not signed. Sign them or discard them first.</source>
            <translation>Dieser Vorgang hat Änderungen, die nicht signiert sind. Signieren oder verwerfen Sie sie zuerst.</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Zurücknehmen (Strg+Z)</translation>
        </message>
        <message>
            <source>Undo: %1 · %2</source>
            <translation>Zurücknehmen: %1 · %2</translation>
        </message>
        <message>
            <source>Nothing can be undone: no decision of yours is held.</source>
            <translation>Nichts ist zurückzunehmen: keine Ihrer Entscheidungen wird gehalten.</translation>
        </message>
        <message>
            <source>Undone. The item is back in the queue.</source>
            <translation>Zurückgenommen. Der Vorgang steht wieder in der Liste.</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Wird geöffnet …</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Zugang</translation>
        </message>
        <message>
            <source>The recovery code opens your work from now on.</source>
            <translation>Der Wiederherstellungscode öffnet Ihre Arbeit von jetzt an.</translation>
        </message>
        <message>
            <source>The new password was typed in two ways. Type it again.</source>
            <translation>Das neue Passwort wurde auf zwei Arten eingegeben. Geben Sie es noch einmal ein.</translation>
        </message>
        <message>
            <source>The password of this machine is changed.</source>
            <translation>Das Passwort dieses Rechners ist geändert.</translation>
        </message>
        <message>
            <source>This item is being signed. It can be left in a moment.</source>
            <translation>Dieser Vorgang wird gerade signiert. Sie können ihn gleich verlassen.</translation>
        </message>
        <message>
            <source>Countersign · %1</source>
            <translation>Countersign · %1</translation>
        </message>
        <message>
            <source>End emergency access</source>
            <translation>Notfallzugriff beenden</translation>
        </message>
        <message>
            <source>Emergency access until %1: you see every patient's items, and it is recorded.</source>
            <translation>Notfallzugriff bis %1: Sie sehen die Vorgänge aller Patienten, und es wird festgehalten.</translation>
        </message>
        <message>
            <source>A new key signs from now on. Your next signature asks for everything.</source>
            <translation>Ab jetzt signiert ein neuer Schlüssel. Ihre nächste Signatur fragt nach allem.</translation>
        </message>
        <message>
            <source>I have seen this</source>
            <translation>Ich habe es gesehen</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::OutboxPanel</name>
        <message>
            <source>Undo…</source>
            <translation>Zurücknehmen …</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Ausgang</translation>
        </message>
        <message>
            <source>Close the outbox (Esc)</source>
            <translation>Ausgang schließen (Esc)</translation>
        </message>
        <message>
            <source>Go online</source>
            <translation>Online gehen</translation>
        </message>
        <message>
            <source>Work offline</source>
            <translation>Offline arbeiten</translation>
        </message>
        <message>
            <source>Nothing signed here yet. What you sign appears here until the gateway has confirmed it.</source>
            <translation>Hier ist noch nichts signiert. Was Sie signieren, steht hier, bis das Gateway es bestätigt hat.</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::QueuePane</name>
        <message>
            <source>Every tier</source>
            <translation>Jede Stufe</translation>
        </message>
        <message>
            <source>Every workflow</source>
            <translation>Jeder Ablauf</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Umfang</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>Stufe</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Ablauf</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Items in the queue</source>
            <translation>Vorgänge in der Liste</translation>
        </message>
        <message>
            <source>Search patient, MRN or title   /</source>
            <translation>Patient, Pat.-Nr. oder Titel suchen   /</translation>
        </message>
        <message>
            <source>Search the queue</source>
            <translation>Liste durchsuchen</translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n offen</numerusform>
                <numerusform>%n offen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new item(s), show</source>
            <translation>
                <numerusform>%n neuer Vorgang, zeigen</numerusform>
                <numerusform>%n neue Vorgänge, zeigen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show every open item</source>
            <translation>Alle offenen Vorgänge zeigen</translation>
        </message>
        <message>
            <source>Nothing fits this filter</source>
            <translation>Nichts passt zu diesem Filter</translation>
        </message>
        <message numerus="yes">
            <source>%n open item(s) hidden by search or filters.</source>
            <translation>
                <numerusform>%n offener Vorgang durch Suche oder Filter verborgen.</numerusform>
                <numerusform>%n offene Vorgänge durch Suche oder Filter verborgen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The queue has not arrived yet</source>
            <translation>Die Liste ist noch nicht da</translation>
        </message>
        <message>
            <source>It comes from the gateway when the link is up, and stays on this machine afterwards.</source>
            <translation>Sie kommt vom Gateway, sobald die Verbindung steht, und bleibt danach auf diesem Gerät.</translation>
        </message>
        <message>
            <source>Nothing waits for you</source>
            <translation>Nichts wartet auf Sie</translation>
        </message>
        <message>
            <source>Every item that your role may see is decided. New ones appear here by themselves.</source>
            <translation>Jeder Vorgang, den Ihre Rolle sehen darf, ist entschieden. Neue erscheinen hier von selbst.</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Ansichten</translation>
        </message>
        <message>
            <source>Forget this view</source>
            <translation>Diese Ansicht vergessen</translation>
        </message>
        <message>
            <source>Keep this view</source>
            <translation>Diese Ansicht behalten</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Grouping</source>
            <translation>Gruppierung</translation>
        </message>
        <message numerus="yes">
            <source>%n hidden by filter</source>
            <translation>
                <numerusform>%n durch Filter verborgen</numerusform>
                <numerusform>%n durch Filter verborgen</numerusform>
            </translation>
        </message>
        <message>
            <source>Shows every open item</source>
            <translation>Zeigt jeden offenen Vorgang</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::ReasonPanel</name>
        <message>
            <source>Z none</source>
            <translation>Z kein</translation>
        </message>
        <message>
            <source>L low</source>
            <translation>L gering</translation>
        </message>
        <message>
            <source>M moderate</source>
            <translation>M mäßig</translation>
        </message>
        <message>
            <source>S serious</source>
            <translation>S schwer</translation>
        </message>
        <message>
            <source>C critical</source>
            <translation>C kritisch</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <source>Comment, if it helps</source>
            <translation>Kommentar, wenn er hilft</translation>
        </message>
        <message>
            <source>The whole draft</source>
            <translation>Der ganze Entwurf</translation>
        </message>
        <message>
            <source>Harm, had it gone out:</source>
            <translation>Schaden, wäre es hinausgegangen:</translation>
        </message>
        <message>
            <source>Back to the draft</source>
            <translation>Zurück zum Entwurf</translation>
        </message>
        <message>
            <source>Continue to sign…</source>
            <translation>Weiter zur Signatur …</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Strg+Eingabe</translation>
        </message>
        <message>
            <source>0  Fewer</source>
            <translation>0  Weniger</translation>
        </message>
        <message>
            <source>0  More reasons</source>
            <translation>0  Weitere Gründe</translation>
        </message>
        <message>
            <source>The agent asks: %1</source>
            <translation>Der Agent fragt: %1</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::SignInPage</name>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Caps Lock seems to be on.</source>
            <translation>Die Feststelltaste scheint an zu sein.</translation>
        </message>
        <message>
            <source>Sign in as somebody else</source>
            <translation>Als andere Person anmelden</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Gateway: %1</source>
            <translation>Gateway: %1</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Gesperrt</translation>
        </message>
        <message>
            <source>Countersign</source>
            <translation>Countersign</translation>
        </message>
        <message>
            <source>%1 is signed in. Your work is kept.</source>
            <translation>%1 ist angemeldet. Ihre Arbeit bleibt erhalten.</translation>
        </message>
        <message>
            <source>Read, correct and sign what agents have prepared.</source>
            <translation>Lesen, berichtigen und signieren, was Agenten vorbereitet haben.</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Meldet an …</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>Wiederherstellungscode</translation>
        </message>
        <message>
            <source>Sign in with the password</source>
            <translation>Mit dem Passwort anmelden</translation>
        </message>
        <message>
            <source>Use a recovery code</source>
            <translation>Wiederherstellungscode benutzen</translation>
        </message>
        <message>
            <source>The code opens your work; the password of your account makes it yours again. This needs the gateway, and gives this machine a new signing key.</source>
            <translation>Der Code öffnet Ihre Arbeit; das Passwort Ihres Kontos macht sie wieder zu Ihrer. Das braucht das Gateway und gibt diesem Rechner einen neuen Signaturschlüssel.</translation>
        </message>
        <message>
            <source>Recover</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Sign in with a password of the gateway</source>
            <translation>Mit einem Passwort des Gateways anmelden</translation>
        </message>
        <message>
            <source>Sign in with your organization</source>
            <translation>Über Ihre Organisation anmelden</translation>
        </message>
        <message>
            <source>Look at your browser…</source>
            <translation>Bitte im Browser weiter…</translation>
        </message>
        <message>
            <source>Your browser asks who you are. The password here guards your work on this machine, and never leaves it: choose it the first time, and keep it.</source>
            <translation>Ihr Browser fragt, wer Sie sind. Das Passwort hier schützt Ihre Arbeit auf diesem Rechner und verlässt ihn nie: Wählen Sie es beim ersten Mal, und behalten Sie es.</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::SignSheet</name>
        <message>
            <source>What you sign</source>
            <translation>Was Sie signieren</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Signiert von</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Meaning of the signature</source>
            <translation>Bedeutung der Signatur</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Back to the draft</source>
            <translation>Zurück zum Entwurf</translation>
        </message>
        <message>
            <source>Signing…</source>
            <translation>Signiert …</translation>
        </message>
        <message>
            <source>Reasons that your edits suggest</source>
            <translation>Gründe, die Ihre Änderungen nahelegen</translation>
        </message>
        <message>
            <source>&amp;Give these reasons</source>
            <translation>Diese Gründe an&amp;geben</translation>
        </message>
        <message>
            <source>Alt+G gives the reasons that your edits suggest, or takes them back.</source>
            <translation>Alt+G gibt die Gründe an, die Ihre Änderungen nahelegen, oder nimmt sie zurück.</translation>
        </message>
        <message>
            <source>&amp;Given as reasons</source>
            <translation>Als Gründe ange&amp;geben</translation>
        </message>
        <message>
            <source>&amp;For</source>
            <translation>&amp;Für</translation>
        </message>
        <message>
            <source>For whom you sign</source>
            <translation>Für wen Sie signieren</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::StatementEditor</name>
        <message>
            <source>Statement</source>
            <translation>Aussage</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::StatementPane</name>
        <message>
            <source>The signed statement</source>
            <translation>Die signierte Erklärung</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::StatusLine</name>
        <message>
            <source>Keys  ?</source>
            <translation>Tasten  ?</translation>
        </message>
        <message>
            <source>Keys: show the keyboard map</source>
            <translation>Tasten: Übersicht zeigen</translation>
        </message>
        <message>
            <source>Link and outbox: %1</source>
            <translation>Verbindung und Ausgang: %1</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::TierBadge</name>
        <message>
            <source>Tier: %1</source>
            <translation>Stufe: %1</translation>
        </message>
        <message>
            <source>Shows the basis, and which rules set the tier.</source>
            <translation>Zeigt die Grundlage und welche Regeln die Stufe bestimmt haben.</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::UndoForm</name>
        <message>
            <source>Sign the undo</source>
            <translation>Rücknahme signieren</translation>
        </message>
        <message>
            <source>Keep the decision</source>
            <translation>Entscheidung behalten</translation>
        </message>
        <message>
            <source>The decision and its undo both stay in the record. The item comes back to the queue.</source>
            <translation>Entscheidung und Rücknahme bleiben beide aufgezeichnet. Der Vorgang kommt in die Liste zurück.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>%1, born %2</source>
            <translation>%1, geb. %2</translation>
        </message>
        <message>
            <source>%1, MRN %2</source>
            <translation>%1, Pat.-Nr. %2</translation>
        </message>
        <message>
            <source>Similar name in the queue: %1</source>
            <translation>Ähnlicher Name in der Liste: %1</translation>
        </message>
        <message>
            <source>Same family name and birth date in the queue: %1</source>
            <translation>Gleicher Familienname und gleiches Geburtsdatum in der Liste: %1</translation>
        </message>
        <message>
            <source>Same name in the queue: %1</source>
            <translation>Gleicher Name in der Liste: %1</translation>
        </message>
    </context>
    <context>
        <name>Views</name>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Open and decided</source>
            <translation>Offen und entschieden</translation>
        </message>
        <message>
            <source>Most urgent first</source>
            <translation>Dringendste zuerst</translation>
        </message>
        <message>
            <source>Highest tier first</source>
            <translation>Höchste Stufe zuerst</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Neueste zuerst</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Älteste zuerst</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Nach Namen</translation>
        </message>
        <message>
            <source>Not grouped</source>
            <translation>Nicht gruppiert</translation>
        </message>
        <message>
            <source>Grouped by patient</source>
            <translation>Nach Patienten gruppiert</translation>
        </message>
        <message>
            <source>Grouped by workflow</source>
            <translation>Nach Ablauf gruppiert</translation>
        </message>
        <message>
            <source>Grouped by agent</source>
            <translation>Nach Agenten gruppiert</translation>
        </message>
        <message>
            <source>Everything open</source>
            <translation>Alles Offene</translation>
        </message>
    </context>
    <context>
        <name>PageWords</name>
        <message>
            <source>This file is damaged, or is not what it says it is. Ask for it to be sent again.</source>
            <translation>Diese Datei ist beschädigt oder nicht das, was sie zu sein vorgibt. Bitten Sie darum, sie noch einmal zu senden.</translation>
        </message>
        <message>
            <source>This file asks for a password. Ask for it to be sent without one.</source>
            <translation>Diese Datei verlangt ein Passwort. Bitten Sie darum, sie ohne Passwort zu senden.</translation>
        </message>
        <message>
            <source>This page is too large to be shown safely.</source>
            <translation>Diese Seite ist zu groß, um sicher angezeigt zu werden.</translation>
        </message>
        <message>
            <source>This page cannot be read. Others may be.</source>
            <translation>Diese Seite ist nicht lesbar. Andere sind es vielleicht.</translation>
        </message>
        <message>
            <source>This page took too long and was given up. Look at the original.</source>
            <translation>Diese Seite hat zu lange gebraucht und wurde aufgegeben. Sehen Sie im Original nach.</translation>
        </message>
        <message>
            <source>This file could not be shown safely. Look at the original.</source>
            <translation>Diese Datei konnte nicht sicher angezeigt werden. Sehen Sie im Original nach.</translation>
        </message>
        <message>
            <source>Pictures of pages cannot be shown on this machine.</source>
            <translation>Seitenbilder können auf diesem Gerät nicht angezeigt werden.</translation>
        </message>
    </context>
    <context>
        <name>Notation</name>
        <message>
            <source>“%1” can be misread: %2</source>
            <translation>„%1“ wird leicht verlesen: %2</translation>
        </message>
        <message>
            <source>%1 or %2</source>
            <translation>%1 oder %2</translation>
        </message>
        <message>
            <source>“%1” can be read in two ways: %2</source>
            <translation>„%1“ kann zweierlei bedeuten: %2</translation>
        </message>
    </context>
    <context>
        <name>Finding</name>
        <message>
            <source>Quote not in the source</source>
            <translation>Zitat nicht in der Quelle</translation>
        </message>
        <message>
            <source>Citation leads nowhere</source>
            <translation>Beleg führt ins Leere</translation>
        </message>
        <message>
            <source>Nothing cited</source>
            <translation>Nichts belegt</translation>
        </message>
        <message>
            <source>Value not in the source</source>
            <translation>Wert nicht in der Quelle</translation>
        </message>
        <message>
            <source>Drug not in the source</source>
            <translation>Arzneimittel nicht in der Quelle</translation>
        </message>
        <message>
            <source>Yes and no differ</source>
            <translation>Ja und Nein widersprechen sich</translation>
        </message>
        <message>
            <source>Left and right differ</source>
            <translation>Links und rechts widersprechen sich</translation>
        </message>
        <message>
            <source>Numbers differ</source>
            <translation>Zahlen widersprechen sich</translation>
        </message>
        <message>
            <source>Units differ</source>
            <translation>Einheiten widersprechen sich</translation>
        </message>
        <message>
            <source>Dates differ</source>
            <translation>Daten widersprechen sich</translation>
        </message>
        <message>
            <source>Past and present differ</source>
            <translation>Früher und jetzt widersprechen sich</translation>
        </message>
        <message>
            <source>Said of somebody else</source>
            <translation>Von jemand anderem gesagt</translation>
        </message>
        <message>
            <source>More certain than the source</source>
            <translation>Sicherer als die Quelle</translation>
        </message>
        <message>
            <source>Planned and done differ</source>
            <translation>Geplant und getan widersprechen sich</translation>
        </message>
        <message>
            <source>Source of another patient</source>
            <translation>Quelle eines anderen Patienten</translation>
        </message>
        <message>
            <source>Page names somebody else</source>
            <translation>Seite nennt jemand anderen</translation>
        </message>
        <message>
            <source>Old source</source>
            <translation>Alte Quelle</translation>
        </message>
        <message>
            <source>A newer source exists</source>
            <translation>Es gibt eine neuere Quelle</translation>
        </message>
        <message>
            <source>Source has changed</source>
            <translation>Quelle hat sich geändert</translation>
        </message>
        <message>
            <source>Source was corrected</source>
            <translation>Quelle wurde berichtigt</translation>
        </message>
        <message>
            <source>Against an allergy</source>
            <translation>Gegen eine Allergie</translation>
        </message>
        <message>
            <source>Medication lists differ</source>
            <translation>Medikationslisten widersprechen sich</translation>
        </message>
        <message>
            <source>Same therapy twice</source>
            <translation>Dieselbe Therapie doppelt</translation>
        </message>
        <message>
            <source>Drug names look alike</source>
            <translation>Arzneimittelnamen ähneln sich</translation>
        </message>
        <message>
            <source>Dose outside the usual range</source>
            <translation>Dosis außerhalb des Üblichen</translation>
        </message>
        <message>
            <source>Error-prone notation</source>
            <translation>Fehlerträchtige Schreibweise</translation>
        </message>
        <message>
            <source>Allergy left out</source>
            <translation>Allergie fehlt</translation>
        </message>
        <message>
            <source>Medication left out</source>
            <translation>Medikament fehlt</translation>
        </message>
        <message>
            <source>Abnormal result left out</source>
            <translation>Auffälliger Befund fehlt</translation>
        </message>
        <message>
            <source>Fact left out</source>
            <translation>Angabe fehlt</translation>
        </message>
        <message>
            <source>Source not read by the agent</source>
            <translation>Quelle vom Agenten nicht gelesen</translation>
        </message>
        <message>
            <source>Pages missing</source>
            <translation>Seiten fehlen</translation>
        </message>
        <message>
            <source>Page unreadable</source>
            <translation>Seite unlesbar</translation>
        </message>
        <message>
            <source>Text badly recognised</source>
            <translation>Text schlecht erkannt</translation>
        </message>
        <message>
            <source>Page twice</source>
            <translation>Seite doppelt</translation>
        </message>
        <message>
            <source>Source gives the agent orders</source>
            <translation>Quelle gibt dem Agenten Befehle</translation>
        </message>
        <message>
            <source>Hidden text</source>
            <translation>Verborgener Text</translation>
        </message>
        <message>
            <source>Deceptive characters</source>
            <translation>Täuschende Zeichen</translation>
        </message>
        <message>
            <source>Copied from an earlier note</source>
            <translation>Aus früherer Notiz übernommen</translation>
        </message>
        <message>
            <source>Same text for another patient</source>
            <translation>Gleicher Text bei anderem Patienten</translation>
        </message>
        <message>
            <source>Date can be read in two ways</source>
            <translation>Datum auf zwei Arten lesbar</translation>
        </message>
        <message>
            <source>Date in the future</source>
            <translation>Datum in der Zukunft</translation>
        </message>
        <message>
            <source>Age or sex does not fit</source>
            <translation>Alter oder Geschlecht passt nicht</translation>
        </message>
        <message>
            <source>Attachment missing</source>
            <translation>Anlage fehlt</translation>
        </message>
        <message>
            <source>Codes differ</source>
            <translation>Codes widersprechen sich</translation>
        </message>
        <message>
            <source>Request made before</source>
            <translation>Antrag schon gestellt</translation>
        </message>
        <message>
            <source>Criterion not met</source>
            <translation>Kriterium nicht erfüllt</translation>
        </message>
        <message>
            <source>Diagnosis cut short</source>
            <translation>Diagnose abgeschnitten</translation>
        </message>
        <message>
            <source>Urgency differs</source>
            <translation>Dringlichkeit widerspricht sich</translation>
        </message>
        <message>
            <source>Attestation filled in beforehand</source>
            <translation>Bestätigung vorab ausgefüllt</translation>
        </message>
        <message>
            <source>Date incomplete</source>
            <translation>Datum unvollständig</translation>
        </message>
        <message>
            <source>Beyond what the agent is for</source>
            <translation>Über den Zweck des Agenten hinaus</translation>
        </message>
        <message>
            <source>Acted before approval</source>
            <translation>Vor der Freigabe gehandelt</translation>
        </message>
        <message>
            <source>Gap in the record of steps</source>
            <translation>Lücke im Schrittprotokoll</translation>
        </message>
        <message>
            <source>More patient data than needed</source>
            <translation>Mehr Patientendaten als nötig</translation>
        </message>
        <message>
            <source>The agent is not sure</source>
            <translation>Der Agent ist unsicher</translation>
        </message>
        <message>
            <source>Another agent objects</source>
            <translation>Ein anderer Agent widerspricht</translation>
        </message>
        <message>
            <source>It stands elsewhere in the record</source>
            <translation>Es steht anderswo in der Akte</translation>
        </message>
        <message>
            <source>It does not matter here</source>
            <translation>Es spielt hier keine Rolle</translation>
        </message>
        <message>
            <source>The finding is mistaken</source>
            <translation>Die Meldung ist falsch</translation>
        </message>
        <message>
            <source>I know it myself</source>
            <translation>Ich weiß es selbst</translation>
        </message>
        <message>
            <source>Acknowledged with its statement</source>
            <translation>Mit der Aussage zur Kenntnis genommen</translation>
        </message>
    </context>
    <context>
        <name>FindingPanel</name>
        <message>
            <source>draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>allergy</source>
            <translation>Allergie</translation>
        </message>
        <message>
            <source>cited: no word of it</source>
            <translation>zitiert: kein Wort davon</translation>
        </message>
        <message>
            <source>reaction</source>
            <translation>Reaktion</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translation>Wird geprüft</translation>
        </message>
        <message>
            <source>No mismatches found by automatic checks</source>
            <translation>Automatische Prüfungen fanden keine Widersprüche</translation>
        </message>
        <message numerus="yes">
            <source>%n findings of automatic checks</source>
            <translation><numerusform>%n Meldung automatischer Prüfungen</numerusform><numerusform>%n Meldungen automatischer Prüfungen</numerusform></translation>
        </message>
        <message>
            <source>A take the answer back</source>
            <translation>A Antwort zurücknehmen</translation>
        </message>
        <message>
            <source>A answer</source>
            <translation>A beantworten</translation>
        </message>
        <message>
            <source>I edit</source>
            <translation>I bearbeiten</translation>
        </message>
        <message>
            <source>C cite</source>
            <translation>C belegen</translation>
        </message>
        <message>
            <source>Ctrl+R reject</source>
            <translation>Strg+R ablehnen</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>In the sources, not in the draft</source>
            <translation>In den Quellen, nicht im Entwurf</translation>
        </message>
        <message>
            <source>ingredient</source>
            <translation>Wirkstoff</translation>
        </message>
        <message>
            <source>criterion</source>
            <translation>Kriterium</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::FindingsPane</name>
        <message>
            <source>Findings</source>
            <translation>Meldungen</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::ReviewPage</name>
        <message>
            <source>Basis</source>
            <translation>Grundlage</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>%1. %2 goes back to the draft.</source>
            <translation>%1. %2 führt zurück zum Entwurf.</translation>
        </message>
        <message>
            <source>Mark the words in the source first; then the key cites them for this statement.</source>
            <translation>Markieren Sie zuerst die Wörter in der Quelle; dann belegt die Taste damit diese Aussage.</translation>
        </message>
        <message>
            <source>What you changed</source>
            <translation>Was Sie geändert haben</translation>
        </message>
        <message>
            <source>Your unsigned edits are here again.</source>
            <translation>Ihre nicht signierten Änderungen sind wieder da.</translation>
        </message>
        <message>
            <source>Titles of sections stay as they are. Change the paragraphs below them.</source>
            <translation>Titel von Abschnitten bleiben, wie sie sind. Ändern Sie die Absätze darunter.</translation>
        </message>
        <message>
            <source>Other words for %1</source>
            <translation>Andere Wörter für %1</translation>
        </message>
        <message>
            <source>No other word is known</source>
            <translation>Kein anderes Wort ist bekannt</translation>
        </message>
        <message>
            <source>Add to my words</source>
            <translation>Zu meinen Wörtern</translation>
        </message>
        <message>
            <source>These words were copied from another patient. They were not put in.</source>
            <translation>Diese Wörter stammen von einem anderen Patienten. Sie wurden nicht eingefügt.</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>Was sich geändert hat</translation>
        </message>
        <message>
            <source>These words stand in no earlier note of the sources.</source>
            <translation>Diese Worte stehen in keiner früheren Notiz der Quellen.</translation>
        </message>
    </context>
    <context>
        <name>Basis</name>
        <message>
            <source>Not provided</source>
            <translation>Nicht angegeben</translation>
        </message>
        <message>
            <source>the policy gives this kind of action that tier</source>
            <translation>die Richtlinie gibt dieser Art von Handlung diese Stufe</translation>
        </message>
        <message>
            <source>the agent itself rates it so</source>
            <translation>der Agent selbst stuft es so ein</translation>
        </message>
        <message>
            <source>the agent says that it cannot be undone</source>
            <translation>der Agent sagt, dass es nicht rückgängig zu machen ist</translation>
        </message>
        <message>
            <source>the gateway raised it</source>
            <translation>das Gateway hat sie angehoben</translation>
        </message>
        <message>
            <source>Who drafted it</source>
            <translation>Wer es entworfen hat</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Funktion</translation>
        </message>
        <message>
            <source>Limitations</source>
            <translation>Grenzen</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message numerus="yes">
            <source>What it read: %1 of %n sources</source>
            <translation><numerusform>Was er gelesen hat: %1 von %n Quelle</numerusform><numerusform>Was er gelesen hat: %1 von %n Quellen</numerusform></translation>
        </message>
        <message>
            <source>not read</source>
            <translation>nicht gelesen</translation>
        </message>
        <message numerus="yes">
            <source>What it did: %n steps</source>
            <translation><numerusform>Was er getan hat: %n Schritt</numerusform><numerusform>Was er getan hat: %n Schritte</numerusform></translation>
        </message>
        <message>
            <source>The agent gave no record of its steps.</source>
            <translation>Der Agent hat seine Schritte nicht protokolliert.</translation>
        </message>
        <message>
            <source>patient data: %1</source>
            <translation>Patientendaten: %1</translation>
        </message>
        <message>
            <source>What it is not sure of</source>
            <translation>Wessen er nicht sicher ist</translation>
        </message>
        <message>
            <source>The agent declared no uncertainty. That does not mean that there is none.</source>
            <translation>Der Agent hat keine Unsicherheit angegeben. Das heißt nicht, dass es keine gibt.</translation>
        </message>
        <message>
            <source>What a checking agent said</source>
            <translation>Was ein prüfender Agent sagte</translation>
        </message>
        <message>
            <source>Its tier</source>
            <translation>Die Stufe</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Richtlinie</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>When you sign</source>
            <translation>Wenn Sie unterschreiben</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>Wirkung</translation>
        </message>
        <message>
            <source>can be undone</source>
            <translation>kann rückgängig gemacht werden</translation>
        </message>
        <message>
            <source>cannot be undone</source>
            <translation>kann nicht rückgängig gemacht werden</translation>
        </message>
        <message>
            <source>Undoing</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>its basis is missing: no source, no step and no prompt is named</source>
            <translation>ihre Grundlage fehlt: Keine Quelle, kein Schritt und kein Prompt ist genannt</translation>
        </message>
        <message>
            <source>Basis missing: the agent names no source that it read, no step that it took and no prompt. Judge it by what you know, or return it.</source>
            <translation>Grundlage fehlt: Der Agent nennt keine gelesene Quelle, keinen Schritt und keinen Prompt. Urteilen Sie nach eigenem Wissen, oder geben Sie es zurück.</translation>
        </message>
        <message>
            <source>Intended for</source>
            <translation>Gedacht für</translation>
        </message>
        <message>
            <source>What is missing, stale or in conflict</source>
            <translation>Was fehlt, veraltet ist oder sich widerspricht</translation>
        </message>
        <message>
            <source>Patient data</source>
            <translation>Patientendaten</translation>
        </message>
        <message>
            <source>the most that a step saw: %1</source>
            <translation>das meiste, das ein Schritt sah: %1</translation>
        </message>
        <message>
            <source>What the automatic checks cannot do</source>
            <translation>Was die automatischen Prüfungen nicht können</translation>
        </message>
        <message>
            <source>They compare words and forms. They cannot prove a sentence true, judge what matters, read handwriting, or notice a page that left no trace. No finding means: no mismatches found by automatic checks.</source>
            <translation>Sie vergleichen Wörter und Formen. Sie können nicht beweisen, dass ein Satz wahr ist, nicht urteilen, was wichtig ist, keine Handschrift lesen und keine Seite bemerken, die keine Spur hinterließ. Kein Befund heißt: Die automatischen Prüfungen fanden keine Abweichung.</translation>
        </message>
        <message>
            <source>They have not run on this draft yet.</source>
            <translation>Sie sind auf diesem Entwurf noch nicht gelaufen.</translation>
        </message>
        <message>
            <source>Its clocks</source>
            <translation>Seine Fristen</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>Vorgeschlagen</translation>
        </message>
        <message>
            <source>Clinical</source>
            <translation>Klinisch</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>Kostenträger</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>Verfällt</translation>
        </message>
        <message>
            <source>Because</source>
            <translation>Weil</translation>
        </message>
        <message>
            <source>The agent names no deadline; the policy's own counts.</source>
            <translation>Der Agent nennt keine Frist; es gilt die der Regeln.</translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message>
            <source>Fetching the pages.</source>
            <translation>Die Seiten werden geholt.</translation>
        </message>
        <message>
            <source>The pages are not kept on this machine, and there is no connection. They come when there is one.</source>
            <translation>Die Seiten sind nicht auf diesem Gerät, und es besteht keine Verbindung. Sie kommen, sobald es eine gibt.</translation>
        </message>
        <message>
            <source>The gateway does not have these pages. Ask for the document to be sent again.</source>
            <translation>Das Gateway hat diese Seiten nicht. Bitten Sie darum, das Dokument noch einmal zu senden.</translation>
        </message>
        <message>
            <source>The pages that came are not those that the agent named. They are not shown.</source>
            <translation>Die angekommenen Seiten sind nicht die, die der Agent genannt hat. Sie werden nicht angezeigt.</translation>
        </message>
        <message>
            <source>This document is too large to be shown here. Look at the original.</source>
            <translation>Dieses Dokument ist zu groß, um hier angezeigt zu werden. Sehen Sie im Original nach.</translation>
        </message>
        <message>
            <source>The pages did not come through. They are fetched again with the next connection.</source>
            <translation>Die Seiten sind nicht angekommen. Sie werden mit der nächsten Verbindung noch einmal geholt.</translation>
        </message>
        <message>
            <source>There are no pictures of these pages, only the text that was recognised on them.</source>
            <translation>Von diesen Seiten gibt es keine Bilder, nur den darauf erkannten Text.</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::PageRail</name>
        <message>
            <source>Page %1</source>
            <translation>Seite %1</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::PageViewer</name>
        <message>
            <source>Text of the page</source>
            <translation>Text der Seite</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <source>Fit the width</source>
            <translation>Auf Breite anpassen</translation>
        </message>
        <message>
            <source>Fit the whole page</source>
            <translation>Ganze Seite anpassen</translation>
        </message>
        <message>
            <source>Turn the page</source>
            <translation>Seite drehen</translation>
        </message>
        <message>
            <source>Search in this document</source>
            <translation>In diesem Dokument suchen</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>Voriger Treffer</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Nächster Treffer</translation>
        </message>
        <message>
            <source>End the search</source>
            <translation>Suche beenden</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Seite %1 von %2</translation>
        </message>
        <message>
            <source>Preparing the page.</source>
            <translation>Die Seite wird vorbereitet.</translation>
        </message>
        <message>
            <source>This page has no text layer. Read the picture.</source>
            <translation>Diese Seite hat keine Textebene. Lesen Sie das Bild.</translation>
        </message>
        <message>
            <source>Recognised on the page before it came here. The picture decides.</source>
            <translation>Auf der Seite erkannt, bevor sie hierher kam. Es gilt das Bild.</translation>
        </message>
        <message>
            <source>Searching</source>
            <translation>Wird gesucht</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>the text of this page can be read beside it</source>
            <translation>der Text dieser Seite ist daneben zu lesen</translation>
        </message>
        <message>
            <source>no text was recognised on this page</source>
            <translation>auf dieser Seite wurde kein Text erkannt</translation>
        </message>
        <message>
            <source>cited: %1</source>
            <translation>belegt: %1</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::Choose</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::KeyField</name>
        <message>
            <source>Press the keys…</source>
            <translation>Tasten drücken …</translation>
        </message>
        <message>
            <source>%1: press the new keys, Esc leaves them as they are</source>
            <translation>%1: die neuen Tasten drücken, Esc lässt sie, wie sie sind</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::KeyboardMap</name>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Change them in Settings. Esc leaves a sheet or a search.</source>
            <translation>Zu ändern in den Einstellungen. Esc verlässt ein Blatt oder eine Suche.</translation>
        </message>
        <message>
            <source>1 to 9</source>
            <translation>1 bis 9</translation>
        </message>
        <message>
            <source>A reason, or the answer to a finding</source>
            <translation>Ein Grund, oder die Antwort auf einen Befund</translation>
        </message>
        <message>
            <source>Z L M S C</source>
            <translation>Z L M S C</translation>
        </message>
        <message>
            <source>Its harm: none, low, moderate, serious, critical</source>
            <translation>Sein Schaden: keiner, gering, mäßig, schwer, kritisch</translation>
        </message>
        <message>
            <source>Deciding</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Editing and room</source>
            <translation>Bearbeiten und Platz</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::PaletteSheet</name>
        <message>
            <source>What do you want to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <source>Find what can be done</source>
            <translation>Suchen, was man tun kann</translation>
        </message>
        <message>
            <source>What can be done</source>
            <translation>Was man tun kann</translation>
        </message>
        <message>
            <source>Nothing is called that. Try fewer letters.</source>
            <translation>Nichts heißt so. Versuchen Sie weniger Buchstaben.</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <translation>%1, %2, %3</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>For you, on this device. The policy of your organization is not set here.</source>
            <translation>Für Sie, auf diesem Gerät. Die Richtlinie Ihrer Einrichtung wird nicht hier gesetzt.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Colors</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Schriftgröße</translation>
        </message>
        <message>
            <source>The new size comes with the next start of Countersign.</source>
            <translation>Die neue Größe gilt ab dem nächsten Start von Countersign.</translation>
        </message>
        <message>
            <source>Nothing moves: sheets appear without sliding</source>
            <translation>Nichts bewegt sich: Blätter erscheinen, ohne zu gleiten</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>All keys as shipped</source>
            <translation>Alle Tasten wie ausgeliefert</translation>
        </message>
        <message>
            <source>Single letters are keys. Without: Alt and the letter</source>
            <translation>Einzelne Buchstaben sind Tasten. Ohne: Alt und der Buchstabe</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Reset: %1</source>
            <translation>Zurücksetzen: %1</translation>
        </message>
    </context>
    <context>
        <name>FhirWords</name>
        <message>
            <source>Born</source>
            <translation>Geboren</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>Deceased</source>
            <translation>Verstorben</translation>
        </message>
        <message>
            <source>Died</source>
            <translation>Gestorben</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Anschrift</translation>
        </message>
        <message>
            <source>Marital status</source>
            <translation>Familienstand</translation>
        </message>
        <message>
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <source>Contact person</source>
            <translation>Kontaktperson</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Reason for the status</source>
            <translation>Grund für den Status</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <source>No value because</source>
            <translation>Kein Wert, weil</translation>
        </message>
        <message>
            <source>Interpretation</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Reference range</source>
            <translation>Referenzbereich</translation>
        </message>
        <message>
            <source>Component</source>
            <translation>Bestandteil</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Ausgestellt</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Methode</translation>
        </message>
        <message>
            <source>Body site</source>
            <translation>Körperstelle</translation>
        </message>
        <message>
            <source>Specimen</source>
            <translation>Probe</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Anmerkung</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Durch</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Encounter</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Drug</source>
            <translation>Arzneimittel</translation>
        </message>
        <message>
            <source>Dosage</source>
            <translation>Dosierung</translation>
        </message>
        <message>
            <source>Intent</source>
            <translation>Absicht</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Dringlichkeit</translation>
        </message>
        <message>
            <source>Do not perform</source>
            <translation>Nicht durchführen</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Ordered on</source>
            <translation>Verordnet am</translation>
        </message>
        <message>
            <source>Ordered by</source>
            <translation>Verordnet von</translation>
        </message>
        <message>
            <source>To dispense</source>
            <translation>Abzugeben</translation>
        </message>
        <message>
            <source>Substitution</source>
            <translation>Austausch</translation>
        </message>
        <message>
            <source>Criticality</source>
            <translation>Kritikalität</translation>
        </message>
        <message>
            <source>Clinical status</source>
            <translation>Klinischer Status</translation>
        </message>
        <message>
            <source>Verification</source>
            <translation>Sicherung</translation>
        </message>
        <message>
            <source>Reaction</source>
            <translation>Reaktion</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Onset</source>
            <translation>Beginn</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Erfasst</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>Zuletzt</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>Erfasst von</translation>
        </message>
        <message>
            <source>Stated by</source>
            <translation>Angegeben von</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Schwere</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stadium</translation>
        </message>
        <message>
            <source>Conclusion</source>
            <translation>Beurteilung</translation>
        </message>
        <message>
            <source>Conclusion, coded</source>
            <translation>Beurteilung, kodiert</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Full report</source>
            <translation>Vollständiger Bericht</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Complication</source>
            <translation>Komplikation</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Participant</source>
            <translation>Beteiligte</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Aufenthalt</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Diagnosis</source>
            <translation>Diagnose</translation>
        </message>
        <message>
            <source>Vaccine</source>
            <translation>Impfstoff</translation>
        </message>
        <message>
            <source>Dose</source>
            <translation>Dosis</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>Charge</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>Verabreichungsweg</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Stelle</translation>
        </message>
        <message>
            <source>Payer</source>
            <translation>Kostenträger</translation>
        </message>
        <message>
            <source>Member number</source>
            <translation>Versichertennummer</translation>
        </message>
        <message>
            <source>Relationship</source>
            <translation>Beziehung</translation>
        </message>
        <message>
            <source>Policy holder</source>
            <translation>Versicherungsnehmer</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Verwendung</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Procedure</source>
            <translation>Prozedur</translation>
        </message>
        <message>
            <source>Supporting information</source>
            <translation>Ergänzende Angaben</translation>
        </message>
        <message>
            <source>Care team</source>
            <translation>Behandlungsteam</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>Versicherung</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Summe</translation>
        </message>
        <message>
            <source>Insurer</source>
            <translation>Versicherer</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Leistungserbringer</translation>
        </message>
        <message>
            <source>What was decided</source>
            <translation>Was entschieden wurde</translation>
        </message>
        <message>
            <source>Authorisation number</source>
            <translation>Genehmigungsnummer</translation>
        </message>
        <message>
            <source>Authorised for</source>
            <translation>Genehmigt für</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Note of the payer</source>
            <translation>Hinweis des Kostenträgers</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>Zahlung</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>Fragebogen</translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation>Beantwortet am</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>Verfasser</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Identifiers</source>
            <translation>Kennungen</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Datensatz</translation>
        </message>
        <message>
            <source>About the record</source>
            <translation>Über den Datensatz</translation>
        </message>
        <message>
            <source>Addition</source>
            <translation>Zusatz</translation>
        </message>
        <message>
            <source>Addition that changes the meaning</source>
            <translation>Zusatz, der die Bedeutung ändert</translation>
        </message>
        <message>
            <source>As text</source>
            <translation>Als Text</translation>
        </message>
        <message>
            <source>Contained</source>
            <translation>Enthalten</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>Menge</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>Einzelpreis</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>Netto</translation>
        </message>
        <message>
            <source>Timing</source>
            <translation>Zeitplan</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Address of the record</source>
            <translation>Adresse des Datensatzes</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Observation</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>Medication order</source>
            <translation>Arzneimittelverordnung</translation>
        </message>
        <message>
            <source>Medication taken</source>
            <translation>Eingenommenes Arzneimittel</translation>
        </message>
        <message>
            <source>Medication dispensed</source>
            <translation>Abgegebenes Arzneimittel</translation>
        </message>
        <message>
            <source>Allergy or intolerance</source>
            <translation>Allergie oder Unverträglichkeit</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>Diagnose</translation>
        </message>
        <message>
            <source>Diagnostic report</source>
            <translation>Befundbericht</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Versicherungsschutz</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>Antrag</translation>
        </message>
        <message>
            <source>Answer to a claim</source>
            <translation>Antwort auf einen Antrag</translation>
        </message>
        <message>
            <source>Answered questionnaire</source>
            <translation>Beantworteter Fragebogen</translation>
        </message>
        <message>
            <source>Service order</source>
            <translation>Leistungsanforderung</translation>
        </message>
        <message>
            <source>Immunisation</source>
            <translation>Impfung</translation>
        </message>
        <message>
            <source>Family history</source>
            <translation>Familienanamnese</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Bundle</source>
            <translation>Bündel</translation>
        </message>
        <message>
            <source>Practitioner</source>
            <translation>Behandler</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Einrichtung</translation>
        </message>
        <message>
            <source>Care plan</source>
            <translation>Behandlungsplan</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Aufgabe</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Einwilligung</translation>
        </message>
        <message>
            <source>Provenance</source>
            <translation>Herkunft</translation>
        </message>
        <message>
            <source>entered in error</source>
            <translation>irrtümlich erfasst</translation>
        </message>
        <message>
            <source>refuted</source>
            <translation>widerlegt</translation>
        </message>
        <message>
            <source>not taken</source>
            <translation>nicht eingenommen</translation>
        </message>
        <message>
            <source>not done</source>
            <translation>nicht durchgeführt</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>abgesetzt</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>storniert</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>widerrufen</translation>
        </message>
        <message>
            <source>aborted</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <source>on hold</source>
            <translation>ausgesetzt</translation>
        </message>
        <message>
            <source>unconfirmed</source>
            <translation>unbestätigt</translation>
        </message>
        <message>
            <source>provisional</source>
            <translation>vorläufig</translation>
        </message>
        <message>
            <source>one of several possibilities</source>
            <translation>eine von mehreren Möglichkeiten</translation>
        </message>
        <message>
            <source>preliminary</source>
            <translation>vorläufig</translation>
        </message>
        <message>
            <source>no result yet</source>
            <translation>noch kein Ergebnis</translation>
        </message>
        <message>
            <source>partial</source>
            <translation>teilweise</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>status unknown</source>
            <translation>Status unbekannt</translation>
        </message>
        <message>
            <source>error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>inactive</source>
            <translation>inaktiv</translation>
        </message>
        <message>
            <source>resolved</source>
            <translation>abgeklungen</translation>
        </message>
        <message>
            <source>in remission</source>
            <translation>in Remission</translation>
        </message>
        <message>
            <source>relapse</source>
            <translation>Rückfall</translation>
        </message>
        <message>
            <source>recurrence</source>
            <translation>Wiederauftreten</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>abgeschlossen</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>beendet</translation>
        </message>
        <message>
            <source>amended</source>
            <translation>ergänzt</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>berichtigt</translation>
        </message>
        <message>
            <source>appended</source>
            <translation>angefügt</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>geplant</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>in Arbeit</translation>
        </message>
        <message>
            <source>active</source>
            <translation>aktiv</translation>
        </message>
        <message>
            <source>final</source>
            <translation>endgültig</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>gesichert</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <source>queued</source>
            <translation>in der Warteschlange</translation>
        </message>
        <message>
            <source>a proposal, not an order</source>
            <translation>ein Vorschlag, keine Verordnung</translation>
        </message>
        <message>
            <source>a plan, not an order</source>
            <translation>ein Plan, keine Verordnung</translation>
        </message>
        <message>
            <source>an option, not an order</source>
            <translation>eine Möglichkeit, keine Verordnung</translation>
        </message>
        <message>
            <source>high criticality</source>
            <translation>hohe Kritikalität</translation>
        </message>
        <message>
            <source>criticality not assessed</source>
            <translation>Kritikalität nicht beurteilt</translation>
        </message>
        <message>
            <source>critically high</source>
            <translation>kritisch hoch</translation>
        </message>
        <message>
            <source>critically low</source>
            <translation>kritisch niedrig</translation>
        </message>
        <message>
            <source>critically abnormal</source>
            <translation>kritisch auffällig</translation>
        </message>
        <message>
            <source>high</source>
            <translation>hoch</translation>
        </message>
        <message>
            <source>low</source>
            <translation>niedrig</translation>
        </message>
        <message>
            <source>abnormal</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>positive</source>
            <translation>positiv</translation>
        </message>
        <message>
            <source>detected</source>
            <translation>nachgewiesen</translation>
        </message>
        <message>
            <source>resistant</source>
            <translation>resistent</translation>
        </message>
        <message>
            <source>DO NOT PERFORM</source>
            <translation>NICHT DURCHFÜHREN</translation>
        </message>
        <message>
            <source>no value</source>
            <translation>kein Wert</translation>
        </message>
        <message>
            <source>of a relative, not the patient</source>
            <translation>von Verwandten, nicht vom Patienten</translation>
        </message>
        <message>
            <source>an addition changes what this means</source>
            <translation>ein Zusatz ändert, was dies bedeutet</translation>
        </message>
    </context>
    <context>
        <name>JsonPage</name>
        <message>
            <source>Over time</source>
            <translation>Im Verlauf</translation>
        </message>
        <message>
            <source>outside of the reference range</source>
            <translation>außerhalb des Referenzbereichs</translation>
        </message>
    </context>
    <context>
        <name>Trend</name>
        <message numerus="yes">
            <source>%1: %n values, from %2 on %3 to %4 on %5</source>
            <translation>
                <numerusform>%1: %n Wert, von %2 am %3 bis %4 am %5</numerusform>
                <numerusform>%1: %n Werte, von %2 am %3 bis %4 am %5</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PageIdentity</name>
        <message>
            <source>born</source>
            <translation>geboren</translation>
        </message>
        <message>
            <source>patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>No text was recognised on this page. Look whose it is.</source>
            <translation>Auf dieser Seite wurde kein Text erkannt. Sehen Sie nach, wessen sie ist.</translation>
        </message>
        <message>
            <source>Nothing on this page says whose it is.</source>
            <translation>Nichts auf dieser Seite sagt, wessen sie ist.</translation>
        </message>
        <message>
            <source>This page names another patient: %1</source>
            <translation>Diese Seite nennt einen anderen Patienten: %1</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::AccessForm</name>
        <message>
            <source>Make a recovery code</source>
            <translation>Wiederherstellungscode erzeugen</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>Ich habe ihn aufgeschrieben</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>Passwort ändern</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Your access on this machine</source>
            <translation>Ihr Zugang auf diesem Rechner</translation>
        </message>
        <message>
            <source>Write this code on paper and keep it away from this machine. It opens your work when the password is lost, once. It is not shown again.</source>
            <translation>Schreiben Sie diesen Code auf Papier und bewahren Sie ihn fern von diesem Rechner auf. Er öffnet Ihre Arbeit, wenn das Passwort verloren ist, einmal. Er wird nicht wieder gezeigt.</translation>
        </message>
        <message>
            <source>Type its last four characters</source>
            <translation>Seine letzten vier Zeichen eingeben</translation>
        </message>
        <message>
            <source>Password of this machine</source>
            <translation>Passwort dieses Rechners</translation>
        </message>
        <message>
            <source>New password, at least 12 characters</source>
            <translation>Neues Passwort, mindestens 12 Zeichen</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>Neues Passwort wiederholen</translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message>
            <source>number</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>Einheit</translation>
        </message>
        <message>
            <source>dose</source>
            <translation>Dosis</translation>
        </message>
        <message>
            <source>route</source>
            <translation>Art der Gabe</translation>
        </message>
        <message>
            <source>drug</source>
            <translation>Arzneimittel</translation>
        </message>
        <message>
            <source>negation</source>
            <translation>Verneinung</translation>
        </message>
        <message>
            <source>side</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>aus %1</translation>
        </message>
        <message>
            <source>Nothing is changed. This is the agent's draft.</source>
            <translation>Nichts ist geändert. Dies ist der Entwurf des Agenten.</translation>
        </message>
        <message>
            <source>inserted “%1”</source>
            <translation>eingefügt: „%1“</translation>
        </message>
        <message>
            <source>deleted “%1”</source>
            <translation>gestrichen: „%1“</translation>
        </message>
    </context>
    <context>
        <name>WholeText</name>
        <message>
            <source>Section</source>
            <translation>Abschnitt</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::EditBar</name>
        <message>
            <source>Whole text</source>
            <translation>Ganzer Text</translation>
        </message>
        <message>
            <source>The whole draft in one editor, and back</source>
            <translation>Der ganze Entwurf in einem Feld, und zurück</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>What you changed, word by word</source>
            <translation>Was Sie geändert haben, Wort für Wort</translation>
        </message>
        <message>
            <source>Add below</source>
            <translation>Darunter einfügen</translation>
        </message>
        <message>
            <source>A new statement below this one</source>
            <translation>Eine neue Aussage unter dieser</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Takes this statement out of the draft</source>
            <translation>Nimmt diese Aussage aus dem Entwurf</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>This statement in the agent's words again</source>
            <translation>Diese Aussage wieder in den Worten des Agenten</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>The whole draft in the agent's words again</source>
            <translation>Der ganze Entwurf wieder in den Worten des Agenten</translation>
        </message>
        <message>
            <source>Put them in</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Into this version, as edits that you see and can take back</source>
            <translation>In diese Fassung, als Änderungen, die Sie sehen und zurücknehmen können</translation>
        </message>
        <message>
            <source>Drop them</source>
            <translation>Aufgeben</translation>
        </message>
        <message>
            <source>What you typed into the earlier version is gone for good</source>
            <translation>Was Sie in die frühere Fassung geschrieben haben, ist endgültig weg</translation>
        </message>
        <message>
            <source>The citation was given for other words.</source>
            <translation>Der Beleg galt anderen Worten.</translation>
        </message>
        <message>
            <source>Still says so</source>
            <translation>Belegt es noch</translation>
        </message>
        <message>
            <source>The source still stands for the statement as it is now</source>
            <translation>Die Quelle gilt auch für die Aussage, wie sie jetzt ist</translation>
        </message>
        <message>
            <source>My own knowledge</source>
            <translation>Eigenes Wissen</translation>
        </message>
        <message>
            <source>Takes the citation off and says that you know it yourself</source>
            <translation>Nimmt den Beleg weg und sagt, dass Sie es selbst wissen</translation>
        </message>
        <message>
            <source>or cite anew: mark the words in the source</source>
            <translation>oder neu belegen: markieren Sie die Wörter in der Quelle</translation>
        </message>
        <message>
            <source>By statement</source>
            <translation>Nach Aussagen</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::WholeEditor</name>
        <message>
            <source>Whole text</source>
            <translation>Ganzer Text</translation>
        </message>
        <message>
            <source>The whole draft as one text. Each paragraph is a statement; titles of sections stay.</source>
            <translation>Der ganze Entwurf als ein Text. Jeder Absatz ist eine Aussage; Titel von Abschnitten bleiben.</translation>
        </message>
    </context>
    <context>
        <name>Agents</name>
        <message>
            <source>This agent changed: %1 now, %2 when you last decided on such an item.</source>
            <translation>Dieser Agent hat sich geändert: jetzt %1, zuletzt bei so einem Vorgang %2.</translation>
        </message>
    </context>
    <context>
        <name>Difference</name>
        <message>
            <source>The tier was %1 and is %2.</source>
            <translation>Die Stufe war %1 und ist %2.</translation>
        </message>
        <message>
            <source>The agent was %1 and is %2.</source>
            <translation>Der Agent war %1 und ist %2.</translation>
        </message>
        <message>
            <source>What changed while you read</source>
            <translation>Was sich beim Lesen geändert hat</translation>
        </message>
        <message>
            <source>The agent says: %1</source>
            <translation>Der Agent sagt: %1</translation>
        </message>
        <message>
            <source>The words of the draft are the same.</source>
            <translation>Die Wörter des Entwurfs sind dieselben.</translation>
        </message>
        <message>
            <source>New source: %1</source>
            <translation>Neue Quelle: %1</translation>
        </message>
        <message>
            <source>Changed source: %1</source>
            <translation>Geänderte Quelle: %1</translation>
        </message>
        <message>
            <source>Source taken away: %1</source>
            <translation>Weggenommene Quelle: %1</translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Initials of the patient</source>
            <translation>Initialen der Person</translation>
        </message>
        <message>
            <source>Initials and birth year of the patient</source>
            <translation>Initialen und Geburtsjahr der Person</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::PatientBanner</name>
        <message>
            <source>Another patient than before</source>
            <translation>Eine andere Person als zuvor</translation>
        </message>
        <message>
            <source>This patient's mark: the same in the window's title</source>
            <translation>Zeichen dieser Person: dasselbe wie im Titel des Fensters</translation>
        </message>
    </context>
    <context>
        <name>countersign::console::BrowserSignOn</name>
        <message>
            <source>There is nothing here.</source>
            <translation>Hier ist nichts.</translation>
        </message>
        <message>
            <source>You may close this page and go back to Countersign.</source>
            <translation>Sie können diese Seite schließen und zu Countersign zurückkehren.</translation>
        </message>
        <message>
            <source>You were not signed in. You may close this page and go back to Countersign.</source>
            <translation>Sie wurden nicht angemeldet. Sie können diese Seite schließen und zu Countersign zurückkehren.</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::LockWarning</name>
        <message>
            <source>Nobody has touched it for a while. Press any key to go on.</source>
            <translation>Seit einer Weile hat ihn niemand benutzt. Eine beliebige Taste genügt, um weiterzuarbeiten.</translation>
        </message>
        <message numerus="yes">
            <source>This desk locks in %n second(s)</source>
            <translation><numerusform>Dieser Platz wird in %n Sekunde gesperrt</numerusform><numerusform>Dieser Platz wird in %n Sekunden gesperrt</numerusform></translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::PrivacyPage</name>
        <message>
            <source>Show the work again</source>
            <translation>Die Arbeit wieder zeigen</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Verborgen</translation>
        </message>
        <message>
            <source>You are still signed in, and nothing was closed. %1 hides and shows the work.</source>
            <translation>Sie sind weiter angemeldet, und nichts wurde geschlossen. %1 verbirgt und zeigt die Arbeit.</translation>
        </message>
    </context>
    <context>
        <name>Lock</name>
        <message>
            <source>Locked because nobody touched it for a while.</source>
            <translation>Gesperrt, weil eine Weile niemand etwas getan hat.</translation>
        </message>
        <message>
            <source>Locked because the machine was put to sleep.</source>
            <translation>Gesperrt, weil der Rechner in den Ruhezustand ging.</translation>
        </message>
        <message>
            <source>Locked because the lid was closed.</source>
            <translation>Gesperrt, weil der Deckel geschlossen wurde.</translation>
        </message>
        <message>
            <source>Locked with this system's session.</source>
            <translation>Gesperrt mit der Sitzung dieses Systems.</translation>
        </message>
        <message>
            <source>Locked because somebody else took over this machine.</source>
            <translation>Gesperrt, weil jemand anderes diesen Rechner übernommen hat.</translation>
        </message>
        <message>
            <source>Locked because the remote session ended.</source>
            <translation>Gesperrt, weil die Fernsitzung endete.</translation>
        </message>
        <message>
            <source>Locked because the smart card was taken out.</source>
            <translation>Gesperrt, weil die Chipkarte entfernt wurde.</translation>
        </message>
        <message>
            <source>Locked after too many wrong passwords.</source>
            <translation>Gesperrt nach zu vielen falschen Passwörtern.</translation>
        </message>
        <message>
            <source>Locked by a supervisor at the gateway.</source>
            <translation>Von einer Aufsicht am Gateway gesperrt.</translation>
        </message>
        <message>
            <source>Locked by you.</source>
            <translation>Von Ihnen gesperrt.</translation>
        </message>
        <message>
            <source>Emergency: a patient is being treated now</source>
            <translation>Notfall: Eine Person wird gerade behandelt</translation>
        </message>
        <message>
            <source>Cover: a colleague who should see this cannot</source>
            <translation>Vertretung: Wer das sehen müsste, kann es gerade nicht</translation>
        </message>
        <message>
            <source>Safety: something may be wrong with a patient's record</source>
            <translation>Sicherheit: Mit einer Akte könnte etwas nicht stimmen</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::SignerField</name>
        <message>
            <source>Your user ID: this signature begins a signing session</source>
            <translation>Ihre Benutzerkennung: Mit dieser Signatur beginnt eine Signiersitzung</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::TrustSection</name>
        <message>
            <source>Make a new signing key</source>
            <translation>Neuen Signierschlüssel anlegen</translation>
        </message>
        <message>
            <source>See everything for an hour</source>
            <translation>Eine Stunde lang alles sehen</translation>
        </message>
        <message>
            <source>Signing key</source>
            <translation>Signierschlüssel</translation>
        </message>
        <message>
            <source>Your signatures on this machine are made by a key that only it holds. A new key takes over from it; what the old one signed stays valid. This needs the gateway.</source>
            <translation>Ihre Signaturen an diesem Rechner macht ein Schlüssel, den nur er hat. Ein neuer tritt an seine Stelle; was der alte signiert hat, bleibt gültig. Das braucht das Gateway.</translation>
        </message>
        <message>
            <source>Password, for a new signing key</source>
            <translation>Passwort, für einen neuen Signierschlüssel</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Emergency access</source>
            <translation>Notfallzugriff</translation>
        </message>
        <message>
            <source>For an hour you see every patient's items. You can decide no more than before. It is recorded at the gateway, with its reason.</source>
            <translation>Eine Stunde lang sehen Sie die Vorgänge aller Patienten. Entscheiden können Sie nicht mehr als vorher. Es wird mit seinem Grund am Gateway festgehalten.</translation>
        </message>
    </context>
    <context>
        <name>countersign::widgets::TokenSection</name>
        <message>
            <source>Register this token</source>
            <translation>Dieses Token eintragen</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Password, to register the token</source>
            <translation>Passwort, um das Token einzutragen</translation>
        </message>
        <message>
            <source>PIN of the token</source>
            <translation>PIN des Tokens</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
    </context>
</TS>
