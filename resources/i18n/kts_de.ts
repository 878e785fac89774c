<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="de">
    <context>
        <name>AboutSection</name>
        <message>
            <source>About KTS Desktop and its sources</source>
            <translation>Über KTS Desktop und seine Quellen</translation>
        </message>
        <message>
            <source>Sources and licences</source>
            <translation>Quellen und Lizenzen</translation>
        </message>
        <message>
            <source>Version {version}. Free software under the EUPL 1.2. The program never connects to the network; your data stays in the encrypted file on this computer.</source>
            <translation>Version {version}. Freie Software unter der EUPL 1.2. Das Programm verbindet sich nie mit dem Netz; Ihre Daten bleiben in der verschlüsselten Datei auf diesem Rechner.</translation>
        </message>
    </context>
    <context>
        <name>Agenda</name>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>Wiedervorlagen</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>In einer Woche</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>Montag</translation>
        </message>
        <message>
            <source>Next seven days</source>
            <translation>Nächste sieben Tage</translation>
        </message>
        <message>
            <source>Nothing has been ticked off yet.</source>
            <translation>Noch wurde nichts abgehakt.</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nichts vorhanden</translation>
        </message>
        <message>
            <source>Nothing is due in the next seven days.</source>
            <translation>In den nächsten sieben Tagen ist nichts fällig.</translation>
        </message>
        <message>
            <source>Nothing is due later.</source>
            <translation>Später ist nichts fällig.</translation>
        </message>
        <message>
            <source>Nothing is due today.</source>
            <translation>Heute ist nichts fällig.</translation>
        </message>
        <message>
            <source>Nothing is overdue.</source>
            <translation>Nichts ist überfällig.</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Part of the agenda</source>
            <translation>Teil der Übersicht</translation>
        </message>
        <message>
            <source>Show the case</source>
            <translation>Fall anzeigen</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Morgen</translation>
        </message>
    </context>
    <context>
        <name>AppearanceSection</name>
        <message>
            <source>After {minutes} minutes without a key</source>
            <translation>Nach {minutes} Minuten ohne Eingabe</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <source>Appearance and language</source>
            <translation>Darstellung und Sprache</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hochkontrast</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Lock the office</source>
            <translation>Büro sperren</translation>
        </message>
        <message>
            <source>Only by hand</source>
            <translation>Nur von Hand</translation>
        </message>
        <message>
            <source>Papers have a language of their own.</source>
            <translation>Papiere haben ihre eigene Sprache.</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Schriftgröße</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>Areas</name>
        <message>
            <source>{title}, {count} open</source>
            <translation>{title}, {count} offen</translation>
        </message>
    </context>
    <context>
        <name>AssignForm</name>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
    </context>
    <context>
        <name>AttendanceEntry</name>
        <message>
            <source>Add somebody who came</source>
            <translation>Weitere anwesende Person hinzufügen</translation>
        </message>
        <message>
            <source>All others absent</source>
            <translation>Alle übrigen abwesend</translation>
        </message>
        <message>
            <source>All others attended</source>
            <translation>Alle übrigen anwesend</translation>
        </message>
        <message>
            <source>Attendance sheet</source>
            <translation>Teilnahmeliste</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Enter: attended · minus: absent · asterisk: excused · ↑ ↓: choose</source>
            <translation>Eingabetaste: anwesend · Minus: abwesend · Stern: entschuldigt · ↑ ↓: wählen</translation>
        </message>
        <message>
            <source>Nobody of this name or number is on the sheet.</source>
            <translation>Niemand mit diesem Namen oder dieser Nummer steht auf der Liste.</translation>
        </message>
        <message>
            <source>Number or name</source>
            <translation>Nummer oder Name</translation>
        </message>
        <message>
            <source>Number or name on the sheet</source>
            <translation>Nummer oder Name auf der Liste</translation>
        </message>
        <message>
            <source>{0} of {1} entered</source>
            <translation>{0} von {1} erfasst</translation>
        </message>
    </context>
    <context>
        <name>BackupBar</name>
        <message>
            <source>Back up now</source>
            <translation>Jetzt sichern</translation>
        </message>
        <message numerus="yes">
            <source>No checked backup for %n day(s).</source>
            <translation>
                <numerusform>Seit %n Tag keine geprüfte Sicherung.</numerusform>
                <numerusform>Seit %n Tagen keine geprüfte Sicherung.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no checked backup.</source>
            <translation>Es gibt keine geprüfte Sicherung.</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>Backed up and checked.</source>
            <translation>Gesichert und geprüft.</translation>
        </message>
        <message>
            <source>Backing up</source>
            <translation>Datensicherung</translation>
        </message>
        <message>
            <source>Copying the backup</source>
            <translation>Sicherung wird kopiert</translation>
        </message>
        <message>
            <source>Rehearsing a restore</source>
            <translation>Wiederherstellen wird geprobt</translation>
        </message>
    </context>
    <context>
        <name>BodiesPane</name>
        <message>
            <source>1 body</source>
            <translation>1 Organisation</translation>
        </message>
        <message>
            <source>Bodies</source>
            <translation>Organisationen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Federal state</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Ministries, institutes, associations and municipalities stand here together.</source>
            <translation>Hier stehen Ministerien, Institute, Verbände und Kommunen beieinander.</translation>
        </message>
        <message>
            <source>Name, phone or e-mail</source>
            <translation>Name, Telefon oder E-Mail</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New body</source>
            <translation>Neue Organisation</translation>
        </message>
        <message>
            <source>No bodies yet</source>
            <translation>Noch keine Organisationen</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>Sortiert nach</translation>
        </message>
        <message>
            <source>all others</source>
            <translation>alle übrigen</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>im Papierkorb</translation>
        </message>
        <message>
            <source>municipalities and districts</source>
            <translation>Kommunen und Kreise</translation>
        </message>
        <message>
            <source>population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>state</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>without people</source>
            <translation>ohne Personen</translation>
        </message>
        <message>
            <source>{0} bodies</source>
            <translation>{0} Organisationen</translation>
        </message>
    </context>
    <context>
        <name>BodyReading</name>
        <message>
            <source>Add a key</source>
            <translation>Schlüssel hinzufügen</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <source>Add phone, e-mail or address</source>
            <translation>Telefon, E-Mail oder Anschrift hinzufügen</translation>
        </message>
        <message>
            <source>Belonging to it</source>
            <translation>Zugehörige Organisationen</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Choose a body on the left, or type a few letters.</source>
            <translation>Wählen Sie links eine Organisation oder tippen Sie einige Buchstaben.</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Veranstaltungen</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Networks</source>
            <translation>Netzwerke</translation>
        </message>
        <message>
            <source>No body chosen</source>
            <translation>Keine Organisation gewählt</translation>
        </message>
        <message>
            <source>No person is known yet.</source>
            <translation>Noch ist keine Person bekannt.</translation>
        </message>
        <message>
            <source>No phone number and no address is known yet.</source>
            <translation>Noch sind weder Telefonnummer noch Anschrift bekannt.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Official keys</source>
            <translation>Amtliche Schlüssel</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Parent body</source>
            <translation>Übergeordnete Organisation</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Phone, e-mail or website</source>
            <translation>Telefon, E-Mail oder Website</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Postal address</source>
            <translation>Anschrift</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Drucken</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Steckbrief</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Sitz</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>Kurzname</translation>
        </message>
        <message>
            <source>Size class</source>
            <translation>Größenklasse</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>There is no case on this body yet.</source>
            <translation>Noch gibt es keinen Fall zu dieser Organisation.</translation>
        </message>
        <message>
            <source>There is no note on this body yet.</source>
            <translation>Noch gibt es keine Notiz zu dieser Organisation.</translation>
        </message>
        <message>
            <source>This body has no official key.</source>
            <translation>Diese Organisation hat keinen amtlichen Schlüssel.</translation>
        </message>
        <message>
            <source>This body has taken part in no event yet.</source>
            <translation>Diese Organisation hat noch an keiner Veranstaltung teilgenommen.</translation>
        </message>
        <message>
            <source>Type of body</source>
            <translation>Art der Organisation</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>beendet</translation>
        </message>
        <message>
            <source>former</source>
            <translation>früher</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>im Papierkorb</translation>
        </message>
        <message>
            <source>successor {0}</source>
            <translation>Nachfolge {0}</translation>
        </message>
    </context>
    <context>
        <name>BulkBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n ausgewählt</numerusform>
                <numerusform>%n ausgewählt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CallForm</name>
        <message>
            <source>Caller</source>
            <translation>Anruferin oder Anrufer</translation>
        </message>
        <message>
            <source>Caller as heard</source>
            <translation>Name, wie gehört</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>For example +14, Fr or 15.1.</source>
            <translation>Zum Beispiel +14, Fr oder 15.1.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>Name, body or digits of the phone number.</source>
            <translation>Name, Organisation oder Ziffern der Telefonnummer.</translation>
        </message>
        <message>
            <source>Only if nobody is found.</source>
            <translation>Nur, wenn niemand gefunden wird.</translation>
        </message>
        <message>
            <source>What about</source>
            <translation>Worum geht es</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
    </context>
    <context>
        <name>CaseForm</name>
        <message>
            <source>Any municipality, district or body; spelling is forgiven.</source>
            <translation>Jede Kommune, jeder Kreis, jede Organisation; Schreibweisen werden verziehen.</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Charter guidelines</source>
            <translation>Leitlinien der Charta</translation>
        </message>
        <message>
            <source>Concern</source>
            <translation>Anliegen</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Vertretung</translation>
        </message>
        <message>
            <source>Form of advice</source>
            <translation>Beratungsform</translation>
        </message>
        <message>
            <source>Handling</source>
            <translation>Bearbeitung</translation>
        </message>
        <message>
            <source>Lead adviser</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Model project</source>
            <translation>Modellprojekt</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Place of the papers</source>
            <translation>Ort der Papiere</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>Eingang über</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Eingang am</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Result and file</source>
            <translation>Ergebnis und Akte</translation>
        </message>
        <message>
            <source>Retention class</source>
            <translation>Aufbewahrungsklasse</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Themen</translation>
        </message>
    </context>
    <context>
        <name>CaseParts</name>
        <message>
            <source>Edit follow-up</source>
            <translation>Wiedervorlage bearbeiten</translation>
        </message>
        <message>
            <source>Edit note</source>
            <translation>Notiz bearbeiten</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>Neue Wiedervorlage</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>Neue Notiz</translation>
        </message>
    </context>
    <context>
        <name>CaseReading</name>
        <message>
            <source>Add follow-up</source>
            <translation>Wiedervorlage anlegen</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Briefing pack</source>
            <translation>Briefing-Mappe</translation>
        </message>
        <message>
            <source>Change state (now: {0})</source>
            <translation>Status ändern (jetzt: {0})</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Charter guidelines</source>
            <translation>Leitlinien der Charta</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>Abgeschlossen am</translation>
        </message>
        <message>
            <source>Concern</source>
            <translation>Anliegen</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Vertretung</translation>
        </message>
        <message>
            <source>District and state</source>
            <translation>Kreis und Land</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Filed on</source>
            <translation>Zu den Akten am</translation>
        </message>
        <message>
            <source>Follow-ups and promises</source>
            <translation>Wiedervorlagen und Zusagen</translation>
        </message>
        <message>
            <source>Form of advice</source>
            <translation>Beratungsform</translation>
        </message>
        <message>
            <source>Lead adviser</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Model project</source>
            <translation>Modellprojekt</translation>
        </message>
        <message>
            <source>Next follow-up</source>
            <translation>Nächste Wiedervorlage</translation>
        </message>
        <message>
            <source>No call, mail or visit noted yet.</source>
            <translation>Noch kein Anruf, keine E-Mail, kein Besuch festgehalten.</translation>
        </message>
        <message>
            <source>No person is named.</source>
            <translation>Keine Person genannt.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Nothing is owed.</source>
            <translation>Nichts steht aus.</translation>
        </message>
        <message>
            <source>Nothing is ticked off yet.</source>
            <translation>Noch ist nichts abgehakt.</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Place of the papers</source>
            <translation>Ort der Papiere</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>Eingang über</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Eingang am</translation>
        </message>
        <message>
            <source>Related cases</source>
            <translation>Verwandte Fälle</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Ticked off</source>
            <translation>Abgehakt</translation>
        </message>
    </context>
    <context>
        <name>CaseSearching</name>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Charter guideline</source>
            <translation>Leitlinie der Charta</translation>
        </message>
        <message>
            <source>Close cases</source>
            <translation>Fälle abschließen</translation>
        </message>
        <message>
            <source>Delete cases</source>
            <translation>Fälle löschen</translation>
        </message>
        <message>
            <source>Federal state</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>File number</source>
            <translation>Aktenzeichen</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Form of advice</source>
            <translation>Beratungsform</translation>
        </message>
        <message>
            <source>Last note</source>
            <translation>Letzte Notiz</translation>
        </message>
        <message>
            <source>Lead adviser</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Next follow-up</source>
            <translation>Nächste Wiedervorlage</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Eingang am</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thema</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>today or overdue</source>
            <translation>heute oder überfällig</translation>
        </message>
        <message>
            <source>without follow-up</source>
            <translation>ohne Wiedervorlage</translation>
        </message>
    </context>
    <context>
        <name>CaseSide</name>
        <message>
            <source>Choose a case on the left, or open a new one with Ctrl+N.</source>
            <translation>Wählen Sie links einen Fall oder legen Sie mit Strg+N einen neuen an.</translation>
        </message>
        <message>
            <source>No case chosen</source>
            <translation>Kein Fall gewählt</translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n Fall</numerusform>
                <numerusform>%n Fälle</numerusform>
            </translation>
        </message>
        <message>
            <source>Advisory cases</source>
            <translation>Beratungsfälle</translation>
        </message>
        <message>
            <source>Draft of {0} restored.</source>
            <translation>Entwurf vom {0} wiederhergestellt.</translation>
        </message>
        <message>
            <source>Edit case {0}</source>
            <translation>Fall {0} bearbeiten</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>Neuer Fall</translation>
        </message>
        <message>
            <source>No open case</source>
            <translation>Kein offener Fall</translation>
        </message>
        <message>
            <source>Open one here; the filter shows the closed ones.</source>
            <translation>Legen Sie hier einen an; abgeschlossene zeigt der Filter.</translation>
        </message>
        <message>
            <source>Search advisory cases</source>
            <translation>In Beratungsfällen suchen</translation>
        </message>
    </context>
    <context>
        <name>ChangePostDialog</name>
        <message>
            <source>Last day: {0}</source>
            <translation>Letzter Tag: {0}</translation>
        </message>
        <message>
            <source>Posts that end</source>
            <translation>Stellen, die enden</translation>
        </message>
        <message>
            <source>These open matters still name the person:</source>
            <translation>Diese offenen Vorgänge nennen die Person noch:</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weiterer</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} changes post</source>
            <translation>{0} wechselt die Stelle</translation>
        </message>
    </context>
    <context>
        <name>ChosenBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n ausgewählt</numerusform>
                <numerusform>%n ausgewählt</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation>Vertretung</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Set state</source>
            <translation>Status setzen</translation>
        </message>
    </context>
    <context>
        <name>CohortChips</name>
        <message>
            <source>Cohort {0}</source>
            <translation>Staffel {0}</translation>
        </message>
        <message>
            <source>Show only the projects of cohort {0}</source>
            <translation>Nur die Projekte der Staffel {0} anzeigen</translation>
        </message>
    </context>
    <context>
        <name>ColleaguesPane</name>
        <message numerus="yes">
            <source>%n colleague laptop(s)</source>
            <translation>
                <numerusform>%n Gerät von Kolleg:innen</numerusform>
                <numerusform>%n Geräte von Kolleg:innen</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose your colleague's key card</source>
            <translation>Schlüsselkarte der Kollegin oder des Kollegen wählen</translation>
        </message>
        <message>
            <source>Folder for the key card</source>
            <translation>Ordner für die Schlüsselkarte</translation>
        </message>
        <message>
            <source>Key card saved: {0}</source>
            <translation>Schlüsselkarte gespeichert: {0}</translation>
        </message>
        <message>
            <source>Key cards (*.ktskarte)</source>
            <translation>Schlüsselkarten (*.ktskarte)</translation>
        </message>
        <message>
            <source>Laptops</source>
            <translation>Geräte</translation>
        </message>
        <message>
            <source>Write package</source>
            <translation>Paket schreiben</translation>
        </message>
        <message>
            <source>Writing the package</source>
            <translation>Paket wird geschrieben</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Redone: {0}</source>
            <translation>Wiederholt: {0}</translation>
        </message>
        <message>
            <source>Text size {percent} %</source>
            <translation>Schriftgröße {percent} %</translation>
        </message>
        <message>
            <source>Undone: {0}</source>
            <translation>Rückgängig gemacht: {0}</translation>
        </message>
    </context>
    <context>
        <name>CompareDialog</name>
        <message>
            <source>Call your colleague and have them read the eight groups of their identifier to you. Below you see the first seven; type the last one as you hear it.</source>
            <translation>Rufen Sie an und lassen Sie sich die acht Gruppen der Kennung vorlesen. Unten stehen die ersten sieben; tippen Sie die letzte so ein, wie Sie sie hören.</translation>
        </message>
        <message>
            <source>Is this the laptop of {0}?</source>
            <translation>Ist das das Gerät von {0}?</translation>
        </message>
        <message>
            <source>Last group of the identifier</source>
            <translation>Letzte Gruppe der Kennung</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Jetzt nicht</translation>
        </message>
        <message>
            <source>These digits belong to another laptop. Do not trust this card; ask your colleague for a new one.</source>
            <translation>Diese Ziffern gehören zu einem anderen Gerät. Vertrauen Sie dieser Karte nicht; bitten Sie um eine neue.</translation>
        </message>
        <message>
            <source>They are the same</source>
            <translation>Sie stimmen überein</translation>
        </message>
        <message>
            <source>last five digits</source>
            <translation>letzte fünf Ziffern</translation>
        </message>
    </context>
    <context>
        <name>ConfirmDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>ConflictReading</name>
        <message>
            <source>Another value</source>
            <translation>Ein anderer Wert</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>Both, one after the other</source>
            <translation>Beide, nacheinander</translation>
        </message>
        <message>
            <source>Both, put together</source>
            <translation>Beide, zusammengeführt</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Meins</translation>
        </message>
        <message>
            <source>Neither of you had seen the other's change. Until you decide, the marked value is shown; nothing is lost.</source>
            <translation>Keine Seite kannte die Änderung der anderen. Bis Sie entscheiden, wird der markierte Wert gezeigt; nichts geht verloren.</translation>
        </message>
        <message>
            <source>No conflict chosen</source>
            <translation>Kein Konflikt gewählt</translation>
        </message>
        <message>
            <source>One of you deleted this record while the other changed it. It stays until you decide.</source>
            <translation>Eine Seite hat diesen Datensatz gelöscht, während die andere ihn geändert hat. Er bleibt, bis Sie entscheiden.</translation>
        </message>
        <message>
            <source>Open record</source>
            <translation>Datensatz öffnen</translation>
        </message>
        <message>
            <source>Where two of you changed the same field, you decide here.</source>
            <translation>Wo zwei dasselbe Feld geändert haben, entscheiden Sie hier.</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>shown now</source>
            <translation>wird gezeigt</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPane</name>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n Konflikt</numerusform>
                <numerusform>%n Konflikte</numerusform>
            </translation>
        </message>
        <message>
            <source>Conflict decided</source>
            <translation>Konflikt entschieden</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Konflikte</translation>
        </message>
        <message>
            <source>No conflicts</source>
            <translation>Keine Konflikte</translation>
        </message>
        <message>
            <source>Where two of you change the same field without having seen each other, you decide here.</source>
            <translation>Wenn zwei dasselbe Feld ändern, ohne voneinander zu wissen, entscheiden Sie hier.</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>Bodies</source>
            <translation>Organisationen</translation>
        </message>
        <message>
            <source>Find duplicates</source>
            <translation>Dubletten suchen</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
    </context>
    <context>
        <name>Delivery</name>
        <message>
            <source>Labels and badges printed on {0} are set right from now on.</source>
            <translation>Etiketten und Namensschilder auf {0} werden von nun an ausgeglichen.</translation>
        </message>
        <message>
            <source>No printer found</source>
            <translation>Kein Drucker gefunden</translation>
        </message>
        <message>
            <source>No program opened {0}. The file is in {1}.</source>
            <translation>Kein Programm hat {0} geöffnet. Die Datei liegt in {1}.</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Nicht möglich</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>PDF-Dateien (*.pdf)</translation>
        </message>
        <message>
            <source>Page {0}</source>
            <translation>Seite {0}</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Gedruckt</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>Druck</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Als PDF speichern</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>Als PDF speichern …</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Gespeichert als {0}</translation>
        </message>
        <message>
            <source>This computer knows no printer. The paper can be saved as PDF and printed elsewhere.</source>
            <translation>Dieser Rechner kennt keinen Drucker. Das Papier lässt sich als PDF speichern und anderswo drucken.</translation>
        </message>
    </context>
    <context>
        <name>DemoMakingPanel</name>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Real municipalities, invented people, cases, visits and events. This takes some seconds, once: the next time the demo office opens at once.</source>
            <translation>Echte Kommunen, erfundene Personen, Fälle und Veranstaltungen. Das dauert einige Sekunden, nur beim ersten Mal.</translation>
        </message>
        <message>
            <source>Step {0} of {1}</source>
            <translation>Schritt {0} von {1}</translation>
        </message>
        <message>
            <source>The demo office is being made</source>
            <translation>Das Beispielbüro wird angelegt</translation>
        </message>
    </context>
    <context>
        <name>Detail</name>
        <message>
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <source>Parts of the record</source>
            <translation>Teile des Eintrags</translation>
        </message>
    </context>
    <context>
        <name>DisposalLogPane</name>
        <message numerus="yes">
            <source>%n case(s) disposed of</source>
            <translation>
                <numerusform>%n Fall ausgesondert</numerusform>
                <numerusform>%n Fälle ausgesondert</numerusform>
            </translation>
        </message>
        <message>
            <source>Each case that is disposed of leaves a line here.</source>
            <translation>Jeder ausgesonderte Fall hinterlässt hier eine Zeile.</translation>
        </message>
        <message>
            <source>Log of disposals</source>
            <translation>Aussonderungsprotokoll</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Nicht gespeichert</translation>
        </message>
        <message>
            <source>Nothing has been disposed of yet</source>
            <translation>Es wurde noch nichts ausgesondert</translation>
        </message>
        <message>
            <source>Save as a table …</source>
            <translation>Als Tabelle speichern …</translation>
        </message>
        <message>
            <source>Save the log</source>
            <translation>Protokoll speichern</translation>
        </message>
        <message>
            <source>Saved as {0}.</source>
            <translation>Gespeichert als {0}.</translation>
        </message>
        <message>
            <source>What was disposed of: file numbers and dates, no names. No number is given again.</source>
            <translation>Was ausgesondert wurde: Aktenzeichen und Daten, keine Namen. Kein Aktenzeichen wird erneut vergeben.</translation>
        </message>
        <message>
            <source>disposals {day}.csv</source>
            <translation>Aussonderungen {day}.csv</translation>
        </message>
    </context>
    <context>
        <name>DisposalPane</name>
        <message numerus="yes">
            <source>%n case(s) disposed of and logged.</source>
            <translation>
                <numerusform>%n Fall ausgesondert und protokolliert.</numerusform>
                <numerusform>%n Fälle ausgesondert und protokolliert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) due</source>
            <translation>
                <numerusform>%n Fall fällig</numerusform>
                <numerusform>%n Fälle fällig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n Dokument</numerusform>
                <numerusform>%n Dokumenten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s)</source>
            <translation>
                <numerusform>%n Wiedervorlage</numerusform>
                <numerusform>%n Wiedervorlagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n Notiz</numerusform>
                <numerusform>%n Notizen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed</source>
            <translation>
                <numerusform>%n vorgeschlagen</numerusform>
                <numerusform>%n vorgeschlagen</numerusform>
            </translation>
        </message>
        <message>
            <source>Cases due for disposal</source>
            <translation>Zur Aussonderung fällige Fälle</translation>
        </message>
        <message numerus="yes">
            <source>Dispose of %n case(s) for good?</source>
            <translation>
                <numerusform>%n Fall endgültig aussondern?</numerusform>
                <numerusform>%n Fälle endgültig aussondern?</numerusform>
            </translation>
        </message>
        <message>
            <source>Dispose of for good</source>
            <translation>Endgültig aussondern</translation>
        </message>
        <message>
            <source>Dispose of …</source>
            <translation>Aussondern …</translation>
        </message>
        <message>
            <source>Filed cases whose retention period is over. Disposal takes two steps, best by two people: one proposes, another approves. Until then nothing is erased.</source>
            <translation>Zu den Akten gelegte Fälle, deren Aufbewahrungsfrist abgelaufen ist. Die Aussonderung hat zwei Schritte, am besten durch zwei Personen: Eine schlägt vor, eine andere bestätigt. Bis dahin wird nichts gelöscht.</translation>
        </message>
        <message>
            <source>For good go {numbers}, with {parts}, their links, drafts and history. Neither undo nor the bin brings them back, nor does restoring a backup.</source>
            <translation>Endgültig gelöscht wird {numbers}, mit {parts}, Verknüpfungen, Entwürfen und Verlauf. Weder Rückgängig noch der Papierkorb noch das Wiederherstellen einer Sicherung bringt etwas davon zurück.</translation>
        </message>
        <message>
            <source>In backups until {0}.</source>
            <translation>In Sicherungen noch bis {0}.</translation>
        </message>
        <message>
            <source>No filed case waits for the end of its retention period.</source>
            <translation>Kein zu den Akten gelegter Fall wartet auf das Ende seiner Aufbewahrungsfrist.</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Nicht möglich</translation>
        </message>
        <message>
            <source>Nothing is due for disposal</source>
            <translation>Nichts ist zur Aussonderung fällig</translation>
        </message>
        <message>
            <source>People and bodies stay, and so does what other cases and notes say. The log keeps file numbers and dates, no names; no number is given again.</source>
            <translation>Personen und Organisationen bleiben, ebenso was andere Fälle und Notizen sagen. Das Protokoll behält Aktenzeichen und Daten, keine Namen; kein Aktenzeichen wird erneut vergeben.</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Vorschlagen</translation>
        </message>
        <message>
            <source>Show the case</source>
            <translation>Fall anzeigen</translation>
        </message>
        <message>
            <source>The next case is due on {day}.</source>
            <translation>Der nächste Fall wird am {day} fällig.</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message numerus="yes">
            <source>You proposed %n of them yourself: best let somebody else approve.</source>
            <translation>
                <numerusform>%n davon haben Sie selbst vorgeschlagen: Am besten bestätigt jemand anderes.</numerusform>
                <numerusform>%n davon haben Sie selbst vorgeschlagen: Am besten bestätigt jemand anderes.</numerusform>
            </translation>
        </message>
        <message>
            <source>{0} and {1} more</source>
            <translation>{0} und {1} weitere</translation>
        </message>
    </context>
    <context>
        <name>DocumentKeeping</name>
        <message>
            <source>Attach files</source>
            <translation>Dateien anhängen</translation>
        </message>
        <message>
            <source>Attach to the record shown</source>
            <translation>An den gezeigten Eintrag anhängen</translation>
        </message>
        <message>
            <source>Encrypting documents</source>
            <translation>Dokumente werden verschlüsselt</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>Kopie speichern</translation>
        </message>
        <message>
            <source>Saved as {0}.</source>
            <translation>Gespeichert als {0}.</translation>
        </message>
        <message>
            <source>Saving a copy</source>
            <translation>Kopie wird gespeichert</translation>
        </message>
    </context>
    <context>
        <name>DocumentsBox</name>
        <message>
            <source>Attach files</source>
            <translation>Dateien anhängen</translation>
        </message>
        <message>
            <source>Attach …</source>
            <translation>Anhängen …</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>More files can be dropped here.</source>
            <translation>Weitere Dateien lassen sich hierher ziehen.</translation>
        </message>
        <message>
            <source>No document yet. Drop files here, or choose them with “Attach …”.</source>
            <translation>Noch kein Dokument. Ziehen Sie Dateien hierher oder wählen Sie sie mit „Anhängen …“.</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>{0} entfernen</translation>
        </message>
        <message>
            <source>Save a copy of {0}</source>
            <translation>Kopie von {0} speichern</translation>
        </message>
        <message>
            <source>attached {0}</source>
            <translation>angehängt {0}</translation>
        </message>
        <message>
            <source>content missing</source>
            <translation>Inhalt fehlt</translation>
        </message>
        <message>
            <source>file of {0}</source>
            <translation>Datei vom {0}</translation>
        </message>
        <message>
            <source>on a document</source>
            <translation>an einem Dokument</translation>
        </message>
        <message>
            <source>on a follow-up</source>
            <translation>an einer Wiedervorlage</translation>
        </message>
        <message>
            <source>on a note</source>
            <translation>an einer Notiz</translation>
        </message>
    </context>
    <context>
        <name>DraftKeeper</name>
        <message>
            <source>Go on with the draft?</source>
            <translation>Mit dem Entwurf weitermachen?</translation>
        </message>
        <message>
            <source>Restore the draft</source>
            <translation>Entwurf wiederherstellen</translation>
        </message>
        <message>
            <source>Something typed here on {0} was not saved.</source>
            <translation>Eine Eingabe vom {0} wurde nicht gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>DuplicatesDialog</name>
        <message numerus="yes">
            <source>%n pair(s) decided.</source>
            <translation>
                <numerusform>%n Paar entschieden.</numerusform>
                <numerusform>%n Paare entschieden.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Veranstaltungen</translation>
        </message>
        <message>
            <source>Looking for duplicates …</source>
            <translation>Dubletten werden gesucht …</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Zusammenführen</translation>
        </message>
        <message>
            <source>No possible duplicates are left.</source>
            <translation>Es sind keine möglichen Dubletten übrig.</translation>
        </message>
        <message>
            <source>Not duplicates</source>
            <translation>Keine Dubletten</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Older record (is kept)</source>
            <translation>Älterer Eintrag (bleibt)</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Herkunft</translation>
        </message>
        <message>
            <source>Pair {0} of {1}</source>
            <translation>Paar {0} von {1}</translation>
        </message>
        <message>
            <source>Possible duplicates</source>
            <translation>Mögliche Dubletten</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <source>Two people you chose</source>
            <translation>Zwei ausgewählte Personen</translation>
        </message>
        <message>
            <source>Younger record</source>
            <translation>Jüngerer Eintrag</translation>
        </message>
    </context>
    <context>
        <name>EarlierDialog</name>
        <message numerus="yes">
            <source>%n change(s) taken over from the backup; Undo takes them back.</source>
            <translation>
                <numerusform>%n Änderung aus der Sicherung übernommen; Rückgängig nimmt sie zurück.</numerusform>
                <numerusform>%n Änderungen aus der Sicherung übernommen; Rückgängig nimmt sie zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n Unterschied</numerusform>
                <numerusform>%n Unterschiede</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n part(s) were added since; they stay as they are.</source>
            <translation>
                <numerusform>%n Teil ist seither dazugekommen und bleibt.</numerusform>
                <numerusform>%n Teile sind seither dazugekommen und bleiben.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another file …</source>
            <translation>Andere Datei …</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>Sicherung wählen</translation>
        </message>
        <message>
            <source>Choose a backup on the left.</source>
            <translation>Wählen Sie links eine Sicherung.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Could not be brought back: {0}.</source>
            <translation>Nicht zurückzubringen: {0}.</translation>
        </message>
        <message>
            <source>Earlier state: {0}</source>
            <translation>Früherer Stand: {0}</translation>
        </message>
        <message>
            <source>Empty, because the target is gone: {0}.</source>
            <translation>Leer, weil es das Ziel nicht mehr gibt: {0}.</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>In the backup of {0} the entry was as it is today.</source>
            <translation>In der Sicherung vom {0} war der Eintrag wie heute.</translation>
        </message>
        <message>
            <source>Nothing differs</source>
            <translation>Nichts unterscheidet sich</translation>
        </message>
        <message>
            <source>Nothing to compare</source>
            <translation>Nichts zu vergleichen</translation>
        </message>
        <message>
            <source>Open the backup</source>
            <translation>Sicherung öffnen</translation>
        </message>
        <message>
            <source>Opening the backup …</source>
            <translation>Die Sicherung wird geöffnet …</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Recovery code or passphrase of that time</source>
            <translation>Wiederherstellungscode oder Passphrase von damals</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Stop opening the backup</source>
            <translation>Das Öffnen der Sicherung abbrechen</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message numerus="yes">
            <source>Take over (%n)</source>
            <translation>
                <numerusform>Übernehmen (%n)</numerusform>
                <numerusform>Übernehmen (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>The first one is made by itself; one on a stick can be opened as another file.</source>
            <translation>Die erste entsteht von selbst; eine auf einem Stick lässt sich als andere Datei öffnen.</translation>
        </message>
        <message>
            <source>There is no backup yet</source>
            <translation>Es gibt noch keine Sicherung</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>Was sich unterscheidet</translation>
        </message>
        <message>
            <source>before an import</source>
            <translation>vor einem Einlesen</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>vor einer Aktualisierung</translation>
        </message>
        <message>
            <source>made by hand</source>
            <translation>von Hand</translation>
        </message>
        <message>
            <source>of the day</source>
            <translation>des Tages</translation>
        </message>
        <message>
            <source>of the week</source>
            <translation>der Woche</translation>
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>Please save or discard the open form first.</source>
            <translation>Bitte speichern oder verwerfen Sie zuerst das offene Formular.</translation>
        </message>
    </context>
    <context>
        <name>EventDetail</name>
        <message>
            <source>Choose one in the list, or schedule a new one.</source>
            <translation>Wählen Sie eine aus der Liste oder planen Sie eine neue.</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Minutes and tasks</source>
            <translation>Protokoll und Aufgaben</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Move to the bin</source>
            <translation>In den Papierkorb legen</translation>
        </message>
        <message>
            <source>No event chosen</source>
            <translation>Keine Veranstaltung gewählt</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>Teilnehmende</translation>
        </message>
        <message>
            <source>Plan the next date as a copy</source>
            <translation>Nächsten Termin als Kopie planen</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Drucken</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Programmteile</translation>
        </message>
        <message>
            <source>Set state</source>
            <translation>Status setzen</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>{0} no. {1}</source>
            <translation>{0} Nr. {1}</translation>
        </message>
    </context>
    <context>
        <name>EventForm</name>
        <message>
            <source>Accessibility</source>
            <translation>Barrierefreiheit</translation>
        </message>
        <message>
            <source>Address of the venue</source>
            <translation>Anschrift des Veranstaltungsorts</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>Tagesordnung</translation>
        </message>
        <message>
            <source>Begins at</source>
            <translation>Beginn (Uhrzeit)</translation>
        </message>
        <message>
            <source>Begins on</source>
            <translation>Beginn (Tag)</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>Budget</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Platzzahl</translation>
        </message>
        <message>
            <source>Charter guidelines</source>
            <translation>Leitlinien der Charta</translation>
        </message>
        <message>
            <source>Ends at</source>
            <translation>Ende (Uhrzeit)</translation>
        </message>
        <message>
            <source>Ends on</source>
            <translation>Ende (Tag)</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Veranstaltung</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Host municipalities</source>
            <translation>Gastgebende Kommunen</translation>
        </message>
        <message>
            <source>Invite the participants of the event copied</source>
            <translation>Teilnehmende der kopierten Veranstaltung einladen</translation>
        </message>
        <message>
            <source>Left open: no limit, no waiting list.</source>
            <translation>Frei gelassen: keine Grenze, keine Warteliste.</translation>
        </message>
        <message>
            <source>Left open: the next number of the series.</source>
            <translation>Frei gelassen: die nächste Nummer der Reihe.</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Durchführung</translation>
        </message>
        <message>
            <source>Number in the series</source>
            <translation>Nummer in der Reihe</translation>
        </message>
        <message>
            <source>Online link</source>
            <translation>Online-Zugang</translation>
        </message>
        <message>
            <source>Or a new series</source>
            <translation>Oder eine neue Reihe</translation>
        </message>
        <message>
            <source>Organiser</source>
            <translation>Organisation der Veranstaltung</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>Planung</translation>
        </message>
        <message>
            <source>Registration deadline</source>
            <translation>Anmeldeschluss</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Reihe</translation>
        </message>
        <message>
            <source>Special needs of participants are shown to the organiser only.</source>
            <translation>Unterstützungsbedarf der Teilnehmenden sieht nur, wer die Veranstaltung organisiert.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Venue</source>
            <translation>Veranstaltungsort</translation>
        </message>
    </context>
    <context>
        <name>EventsPage</name>
        <message>
            <source>Please save or discard the form first.</source>
            <translation>Bitte speichern oder verwerfen Sie zuerst das Formular.</translation>
        </message>
    </context>
    <context>
        <name>EventsPane</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n Veranstaltung</numerusform>
                <numerusform>%n Veranstaltungen</numerusform>
            </translation>
        </message>
        <message>
            <source>Exchange events</source>
            <translation>Austauschtermine</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Durchführung</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Monat</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New event</source>
            <translation>Neue Veranstaltung</translation>
        </message>
        <message>
            <source>No events here</source>
            <translation>Keine Veranstaltungen vorhanden</translation>
        </message>
        <message>
            <source>Schedule one, or look at the past ones.</source>
            <translation>Planen Sie eine oder sehen Sie die vergangenen an.</translation>
        </message>
        <message>
            <source>Search in events</source>
            <translation>In Veranstaltungen suchen</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thema</translation>
        </message>
    </context>
    <context>
        <name>ExchangePage</name>
        <message>
            <source>Conflicts</source>
            <translation>Konflikte</translation>
        </message>
        <message>
            <source>Laptops</source>
            <translation>Geräte</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Pakete</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>A package holds everything its readers have not confirmed yet; only they can open it. A lost one costs nothing: the next one holds it again.</source>
            <translation>Ein Paket enthält alles, was die Empfänger noch nicht bestätigt haben; nur sie können es öffnen. Geht es verloren, schadet das nicht: Das nächste enthält alles wieder.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Everything, for a new laptop</source>
            <translation>Alles, für ein neues Gerät</translation>
        </message>
        <message>
            <source>Folder or stick</source>
            <translation>Ordner oder Stick</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Für</translation>
        </message>
        <message>
            <source>Write a package</source>
            <translation>Paket schreiben</translation>
        </message>
        <message>
            <source>Write package</source>
            <translation>Paket schreiben</translation>
        </message>
    </context>
    <context>
        <name>ExportedDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copy the name</source>
            <translation>Namen kopieren</translation>
        </message>
        <message>
            <source>File: {0}</source>
            <translation>Datei: {0}</translation>
        </message>
        <message>
            <source>It was read back and is whole: you may remove the stick or send the file.</source>
            <translation>Es wurde zurückgelesen und ist vollständig: Sie können den Stick entfernen oder die Datei versenden.</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>The package is written and checked</source>
            <translation>Das Paket ist geschrieben und geprüft</translation>
        </message>
        <message>
            <source>{records} records, {fields} values, {size}; for {names}.</source>
            <translation>{records} Datensätze, {fields} Werte, {size}; für {names}.</translation>
        </message>
    </context>
    <context>
        <name>FailureDialog</name>
        <message>
            <source>Continue</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Save report …</source>
            <translation>Bericht speichern …</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Etwas ist schiefgegangen</translation>
        </message>
        <message>
            <source>The last step was not finished because of a fault in the program. Everything saved before is kept. Please give the report below to your support; it holds no names and no texts of yours.</source>
            <translation>Der letzte Schritt wurde wegen eines Programmfehlers nicht beendet. Alles vorher Gespeicherte ist erhalten. Bitte geben Sie den Bericht unten an Ihre Betreuung; er enthält keine Namen und keine Texte von Ihnen.</translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message numerus="yes">
            <source>%n figure(s) of {0} are counted otherwise today than they were reported.</source>
            <translation>
                <numerusform>%n Zahl aus {0} lautet heute anders, als sie berichtet wurde.</numerusform>
                <numerusform>%n Zahlen aus {0} lauten heute anders, als sie berichtet wurden.</numerusform>
            </translation>
        </message>
        <message>
            <source>A figure opens the list of what it counts.</source>
            <translation>Eine Zahl öffnet die Liste dessen, was sie zählt.</translation>
        </message>
        <message numerus="yes">
            <source>Reported as at {0}; %n figure(s) are counted otherwise today.</source>
            <translation>
                <numerusform>Berichtet mit Stand {0}; %n Zahl lautet heute anders.</numerusform>
                <numerusform>Berichtet mit Stand {0}; %n Zahlen lauten heute anders.</numerusform>
            </translation>
        </message>
        <message>
            <source>Reported as at {0}; every figure is still the same.</source>
            <translation>Berichtet mit Stand {0}; alle Zahlen gelten unverändert.</translation>
        </message>
        <message>
            <source>Show the list: {0}</source>
            <translation>Liste zeigen: {0}</translation>
        </message>
        <message>
            <source>The frozen report is damaged: see Frozen reports.</source>
            <translation>Der festgeschriebene Bericht ist beschädigt: siehe Festgeschriebene Berichte.</translation>
        </message>
        <message>
            <source>reported otherwise: {0}</source>
            <translation>anders berichtet: {0}</translation>
        </message>
    </context>
    <context>
        <name>FileDrop</name>
        <message>
            <source>Let go: the changes this register file would make are shown first.</source>
            <translation>Loslassen: Die Änderungen durch diese Registerdatei werden zuerst gezeigt.</translation>
        </message>
        <message>
            <source>Let go: this key card is read, and you compare its identifier.</source>
            <translation>Loslassen: Diese Schlüsselkarte wird eingelesen, und Sie vergleichen ihre Kennung.</translation>
        </message>
        <message>
            <source>Let go: what this package would change is shown first.</source>
            <translation>Loslassen: Was dieses Paket ändern würde, wird zuerst gezeigt.</translation>
        </message>
        <message>
            <source>Let go: you are asked whether this backup is to be restored.</source>
            <translation>Loslassen: Sie werden gefragt, ob diese Datensicherung wiederhergestellt werden soll.</translation>
        </message>
        <message>
            <source>The office is not open yet.</source>
            <translation>Das Büro ist noch nicht geöffnet.</translation>
        </message>
        <message>
            <source>This file cannot be read in here; let go over a record it becomes a document.</source>
            <translation>Diese Datei kann hier nicht eingelesen werden; über einem Datensatz losgelassen wird sie ein Dokument.</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>Remove filter {0}</source>
            <translation>Filter {0} entfernen</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>Any</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Filter leeren</translation>
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>Choose …</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>Choose: {0}</source>
            <translation>Wählen: {0}</translation>
        </message>
    </context>
    <context>
        <name>Following</name>
        <message>
            <source>Copied: {0}</source>
            <translation>Kopiert: {0}</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Discard the changes?</source>
            <translation>Änderungen verwerfen?</translation>
        </message>
        <message>
            <source>Please fill in this field.</source>
            <translation>Bitte füllen Sie dieses Feld aus.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>What you typed here has not been saved.</source>
            <translation>Was Sie hier eingegeben haben, ist nicht gespeichert.</translation>
        </message>
        <message>
            <source>required</source>
            <translation>Pflichtfeld</translation>
        </message>
    </context>
    <context>
        <name>FormDesk</name>
        <message>
            <source>Add participant</source>
            <translation>Teilnehmende Person hinzufügen</translation>
        </message>
        <message>
            <source>Add session</source>
            <translation>Programmteil hinzufügen</translation>
        </message>
        <message>
            <source>Came without being registered</source>
            <translation>Ohne Anmeldung gekommen</translation>
        </message>
        <message>
            <source>Edit event</source>
            <translation>Veranstaltung bearbeiten</translation>
        </message>
        <message>
            <source>Edit registration</source>
            <translation>Anmeldung bearbeiten</translation>
        </message>
        <message>
            <source>Edit session</source>
            <translation>Programmteil bearbeiten</translation>
        </message>
        <message>
            <source>New event</source>
            <translation>Neue Veranstaltung</translation>
        </message>
        <message>
            <source>Next date as a copy</source>
            <translation>Nächster Termin als Kopie</translation>
        </message>
        <message>
            <source>Register a deputy</source>
            <translation>Vertretung anmelden</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>FreezeDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>Festschreiben</translation>
        </message>
        <message>
            <source>Freeze the report {0}?</source>
            <translation>Bericht {0} festschreiben?</translation>
        </message>
        <message>
            <source>Leave out counts below 3</source>
            <translation>Werte unter 3 weglassen</translation>
        </message>
    </context>
    <context>
        <name>FrozenView</name>
        <message>
            <source>As at {0}</source>
            <translation>Stand {0}</translation>
        </message>
        <message>
            <source>Changed or missing</source>
            <translation>verändert oder verschwunden</translation>
        </message>
        <message>
            <source>Counts below 3</source>
            <translation>Werte unter 3</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Frozen by</source>
            <translation>Festgeschrieben von</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>Nothing is frozen yet. Freeze keeps the report with its files as it is now, so that what was reported has one answer for good.</source>
            <translation>Noch ist nichts festgeschrieben. Festschreiben bewahrt den Bericht mit seinen Dateien, wie er jetzt ist; damit hat die Frage, was berichtet wurde, für immer eine Antwort.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>SHA-256 of the paper</source>
            <translation>SHA-256 des Papiers</translation>
        </message>
        <message>
            <source>Save files …</source>
            <translation>Dateien speichern …</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>weggelassen</translation>
        </message>
        <message>
            <source>shown</source>
            <translation>ausgewiesen</translation>
        </message>
    </context>
    <context>
        <name>InPlace</name>
        <message>
            <source>Keep the change</source>
            <translation>Änderung übernehmen</translation>
        </message>
        <message>
            <source>Leave it as it was</source>
            <translation>Lassen, wie es war</translation>
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the running job</source>
            <translation>Laufenden Vorgang abbrechen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <source>{0} – {1} of {2}</source>
            <translation>{0} – {1} von {2}</translation>
        </message>
    </context>
    <context>
        <name>JobList</name>
        <message>
            <source>No job has run yet.</source>
            <translation>Es ist noch keine Arbeit gelaufen.</translation>
        </message>
        <message>
            <source>The last jobs</source>
            <translation>Die letzten Arbeiten</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>running since</source>
            <translation>läuft seit</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
    </context>
    <context>
        <name>KeyChange</name>
        <message>
            <source>The key was not changed</source>
            <translation>Der Schlüssel wurde nicht geändert</translation>
        </message>
    </context>
    <context>
        <name>KeyChangePanel</name>
        <message>
            <source>A backup is made, then everything is encrypted anew, the attached documents one by one. If this is interrupted, nothing is lost: the next opening ends it.</source>
            <translation>Es wird gesichert, dann wird alles neu verschlüsselt, die angehängten Dokumente eines nach dem anderen. Wird das unterbrochen, ist nichts verloren: Das nächste Öffnen bringt es zu Ende.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>The office gets a new key</source>
            <translation>Das Büro bekommt einen neuen Schlüssel</translation>
        </message>
    </context>
    <context>
        <name>KeysSection</name>
        <message>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
    </context>
    <context>
        <name>LaptopReading</name>
        <message>
            <source>Adviser</source>
            <translation>Berater:in</translation>
        </message>
        <message>
            <source>Choose one on the left.</source>
            <translation>Wählen Sie links eines aus.</translation>
        </message>
        <message>
            <source>Compare identifier …</source>
            <translation>Kennung vergleichen …</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>Bestätigt von</translation>
        </message>
        <message>
            <source>Give your key card to your colleagues and read theirs. Then compare the identifiers by phone, digit by digit: only confirmed laptops can exchange packages.</source>
            <translation>Geben Sie Ihre Schlüsselkarte weiter und lesen Sie die der anderen ein. Vergleichen Sie dann die Kennungen am Telefon, Ziffer für Ziffer: Nur bestätigte Geräte können Pakete austauschen.</translation>
        </message>
        <message>
            <source>Have your colleague read the digits of their laptop to you, and compare them.</source>
            <translation>Lassen Sie sich die Ziffern des anderen Geräts vorlesen und vergleichen Sie sie.</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Kennung</translation>
        </message>
        <message>
            <source>Identifier: {0}</source>
            <translation>Kennung: {0}</translation>
        </message>
        <message>
            <source>Laptop</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Mark as lost …</source>
            <translation>Als verloren melden …</translation>
        </message>
        <message>
            <source>Name of the laptop</source>
            <translation>Name des Geräts</translation>
        </message>
        <message>
            <source>No laptop chosen</source>
            <translation>Kein Gerät gewählt</translation>
        </message>
        <message>
            <source>Own changes not yet given out</source>
            <translation>Eigene Änderungen, noch nicht weitergegeben</translation>
        </message>
        <message>
            <source>Read a colleague's card …</source>
            <translation>Karte einlesen …</translation>
        </message>
        <message>
            <source>Save key card …</source>
            <translation>Schlüsselkarte speichern …</translation>
        </message>
        <message>
            <source>Their last state here</source>
            <translation>Letzter Stand von dort hier</translation>
        </message>
        <message>
            <source>These digits were compared; packages of this laptop are accepted.</source>
            <translation>Diese Ziffern wurden verglichen; Pakete dieses Geräts werden angenommen.</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Dieses Gerät</translation>
        </message>
        <message>
            <source>This laptop is marked as lost: nothing is accepted from it, and nothing is given to it.</source>
            <translation>Dieses Gerät ist als verloren gemeldet: Von ihm wird nichts angenommen, und es bekommt nichts mehr.</translation>
        </message>
        <message>
            <source>Trust</source>
            <translation>Vertrauen</translation>
        </message>
        <message>
            <source>What each of you knows</source>
            <translation>Wer was kennt</translation>
        </message>
        <message>
            <source>Write package …</source>
            <translation>Paket schreiben …</translation>
        </message>
        <message>
            <source>Your changes they have not confirmed</source>
            <translation>Ihre Änderungen, dort noch nicht bestätigt</translation>
        </message>
        <message>
            <source>Your last state there</source>
            <translation>Letzter Stand von hier dort</translation>
        </message>
    </context>
    <context>
        <name>ListBar</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>Kommende</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Past</source>
            <translation>Vergangene</translation>
        </message>
        <message>
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message>
            <source>Clear filter</source>
            <translation>Filter leeren</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>No matches</source>
            <translation>Keine Treffer</translation>
        </message>
        <message>
            <source>Nothing was found for {0}.</source>
            <translation>Zu {0} wurde nichts gefunden.</translation>
        </message>
        <message>
            <source>“{0}”</source>
            <translation>„{0}“</translation>
        </message>
    </context>
    <context>
        <name>LockPanel</name>
        <message>
            <source>Everything is saved and closed. Nothing of it is in memory any more.</source>
            <translation>Alles ist gespeichert und geschlossen. Nichts davon ist noch im Arbeitsspeicher.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>The office is locked</source>
            <translation>Das Büro ist gesperrt</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
    </context>
    <context>
        <name>LossDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>From now on no package of this laptop is accepted, what it changed after today is dropped, and nothing is encrypted for it any more. This travels to your colleagues with your next package.</source>
            <translation>Ab jetzt wird kein Paket dieses Geräts mehr angenommen, was es nach heute geändert hat, wird verworfen, und nichts wird mehr dafür verschlüsselt. Mit Ihrem nächsten Paket erfahren es die anderen.</translation>
        </message>
        <message>
            <source>Mark as lost</source>
            <translation>Als verloren melden</translation>
        </message>
        <message>
            <source>Mark the laptop of {0} as lost?</source>
            <translation>Das Gerät von {0} als verloren melden?</translation>
        </message>
        <message>
            <source>Nothing of this office.</source>
            <translation>Nichts aus dieser Projektstelle.</translation>
        </message>
        <message>
            <source>The data are encrypted. Tell the data protection officer: a notice may be due within 72 hours.</source>
            <translation>Die Daten sind verschlüsselt. Informieren Sie die oder den Datenschutzbeauftragten: Eine Meldung kann binnen 72 Stunden fällig sein.</translation>
        </message>
        <message>
            <source>What lay on it (last known state: {0})</source>
            <translation>Was darauf lag (letzter bekannter Stand: {0})</translation>
        </message>
        <message>
            <source>never exchanged</source>
            <translation>nie ausgetauscht</translation>
        </message>
    </context>
    <context>
        <name>Making</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Gathering the records …</source>
            <translation>Einträge werden gesammelt …</translation>
        </message>
        <message>
            <source>Laying out the pages …</source>
            <translation>Seiten werden gesetzt …</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Stop making the paper</source>
            <translation>Erstellung abbrechen</translation>
        </message>
    </context>
    <context>
        <name>Manual</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Contents of the manual</source>
            <translation>Inhalt des Handbuchs</translation>
        </message>
        <message>
            <source>Find in this page</source>
            <translation>Auf dieser Seite suchen</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vorwärts</translation>
        </message>
        <message>
            <source>Manual of KTS Desktop</source>
            <translation>Handbuch von KTS Desktop</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Nächste Stelle</translation>
        </message>
        <message>
            <source>Not on this page</source>
            <translation>Nicht auf dieser Seite</translation>
        </message>
        <message>
            <source>Page of the manual</source>
            <translation>Seite des Handbuchs</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Vorige Stelle</translation>
        </message>
        <message>
            <source>{number} of {all}</source>
            <translation>{number} von {all}</translation>
        </message>
    </context>
    <context>
        <name>Many</name>
        <message>
            <source>No program opened the folder {0}.</source>
            <translation>Kein Programm hat den Ordner {0} geöffnet.</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Nicht möglich</translation>
        </message>
        <message>
            <source>Printing packs</source>
            <translation>Mappen drucken</translation>
        </message>
    </context>
    <context>
        <name>ManyDialog</name>
        <message numerus="yes">
            <source>%n body(ies) found</source>
            <translation>
                <numerusform>%n Organisation gefunden</numerusform>
                <numerusform>%n Organisationen gefunden</numerusform>
            </translation>
        </message>
        <message>
            <source>All in one file, with contents</source>
            <translation>Alle in einer Datei, mit Inhaltsverzeichnis</translation>
        </message>
        <message>
            <source>All model projects</source>
            <translation>Alle Modellprojekte</translation>
        </message>
        <message>
            <source>Bodies of a federal state</source>
            <translation>Organisationen eines Bundeslands</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Choose the folder for the files</source>
            <translation>Ordner für die Dateien wählen</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>Cohort</source>
            <translation>Staffel</translation>
        </message>
        <message>
            <source>Each body gets a briefing pack, made like the pack shown:</source>
            <translation>Jede Organisation bekommt eine Briefing-Mappe wie die gezeigte:</translation>
        </message>
        <message>
            <source>Federal state</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Many at once</source>
            <translation>Viele auf einmal</translation>
        </message>
        <message>
            <source>Model projects of a cohort</source>
            <translation>Modellprojekte einer Staffel</translation>
        </message>
        <message>
            <source>One file for each body</source>
            <translation>Eine Datei je Organisation</translation>
        </message>
        <message>
            <source>Print them</source>
            <translation>Alle drucken</translation>
        </message>
        <message>
            <source>Which bodies</source>
            <translation>Welche Organisationen</translation>
        </message>
        <message>
            <source>with a model project or an advisory case</source>
            <translation>mit Modellprojekt oder Beratungsfall</translation>
        </message>
    </context>
    <context>
        <name>ManyPresenter</name>
        <message>
            <source>The font lacks these characters; they are printed as boxes: {0}</source>
            <translation>Der Schrift fehlen diese Zeichen; sie werden als Kästchen gedruckt: {0}</translation>
        </message>
        <message>
            <source>The office was locked meanwhile.</source>
            <translation>Die Geschäftsstelle wurde zwischendurch gesperrt.</translation>
        </message>
    </context>
    <context>
        <name>ManyResultDialog</name>
        <message numerus="yes">
            <source>%n printed</source>
            <translation>
                <numerusform>%n gedruckt</numerusform>
                <numerusform>%n gedruckt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n ausgelassen</numerusform>
                <numerusform>%n ausgelassen</numerusform>
            </translation>
        </message>
        <message>
            <source>All packs are in the file {0} in {1}.</source>
            <translation>Alle Mappen stehen in der Datei {0} in {1}.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Print the rest</source>
            <translation>Übrige drucken</translation>
        </message>
        <message>
            <source>Printed, but worth a look</source>
            <translation>Gedruckt, aber einen Blick wert</translation>
        </message>
        <message>
            <source>Skipped, with the reason</source>
            <translation>Ausgelassen, mit dem Grund</translation>
        </message>
        <message>
            <source>Stopped after {0} of {1}</source>
            <translation>Angehalten nach {0} von {1}</translation>
        </message>
        <message>
            <source>The files are complete and lie in {0}.</source>
            <translation>Die Dateien sind vollständig und liegen in {0}.</translation>
        </message>
        <message>
            <source>Try the skipped ones again</source>
            <translation>Ausgelassene noch einmal versuchen</translation>
        </message>
    </context>
    <context>
        <name>MapPane</name>
        <message numerus="yes">
            <source>%n model project(s)</source>
            <translation>
                <numerusform>%n Modellprojekt</numerusform>
                <numerusform>%n Modellprojekte</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a project from the list or on the map.</source>
            <translation>Wählen Sie ein Projekt aus der Liste oder auf der Karte.</translation>
        </message>
        <message>
            <source>Circle: cohort 2019 · square: cohort 2020 · triangle: cohort 2021</source>
            <translation>Kreis: Staffel 2019 · Quadrat: Staffel 2020 · Dreieck: Staffel 2021</translation>
        </message>
        <message>
            <source>Map of the model projects</source>
            <translation>Karte der Modellprojekte</translation>
        </message>
        <message>
            <source>Model projects</source>
            <translation>Modellprojekte</translation>
        </message>
        <message>
            <source>No project chosen</source>
            <translation>Kein Projekt gewählt</translation>
        </message>
        <message>
            <source>Show the project</source>
            <translation>Das Projekt anzeigen</translation>
        </message>
    </context>
    <context>
        <name>MapView</name>
        <message>
            <source>Show the whole map</source>
            <translation>Ganze Karte anzeigen</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
    </context>
    <context>
        <name>MeasureDialog</name>
        <message>
            <source>Charter guidelines</source>
            <translation>Leitlinien der Charta</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Kosten</translation>
        </message>
        <message>
            <source>Durability</source>
            <translation>Verstetigung</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Model project</source>
            <translation>Modellprojekt</translation>
        </message>
        <message>
            <source>Open source</source>
            <translation>Open Source</translation>
        </message>
        <message>
            <source>Reason for durability</source>
            <translation>Begründung der Verstetigung</translation>
        </message>
        <message>
            <source>Reason for transferability</source>
            <translation>Begründung der Übertragbarkeit</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Kurzfassung</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Transferability</source>
            <translation>Übertragbarkeit</translation>
        </message>
        <message>
            <source>What it needs</source>
            <translation>Was nötig ist</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
    </context>
    <context>
        <name>MentionsDialog</name>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Veranstaltung</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Open each and edit its text. Then let the history forget what stood there before. The list is kept nowhere: what you leave out stays named.</source>
            <translation>Öffnen Sie jeden und bearbeiten Sie seinen Text. Lassen Sie dann den Verlauf den früheren Wortlaut vergessen. Die Liste wird nirgends aufbewahrt: Was Sie auslassen, bleibt genannt.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Projekt</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>These entries still name the person</source>
            <translation>Diese Einträge nennen die Person noch</translation>
        </message>
        <message>
            <source>forgotten</source>
            <translation>vergessen</translation>
        </message>
    </context>
    <context>
        <name>MinutesForm</name>
        <message>
            <source>Minutes</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Participants come from the registrations; write tasks below the minutes.</source>
            <translation>Die Teilnehmenden kommen aus den Anmeldungen; Aufgaben stehen unter dem Protokoll.</translation>
        </message>
        <message>
            <source>Text of the minutes</source>
            <translation>Text des Protokolls</translation>
        </message>
    </context>
    <context>
        <name>MinutesTab</name>
        <message>
            <source>Approve</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>No notes on this event.</source>
            <translation>Keine Notizen zu dieser Veranstaltung.</translation>
        </message>
        <message>
            <source>No tasks yet.</source>
            <translation>Noch keine Aufgaben.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Nothing has been written yet.</source>
            <translation>Noch wurde nichts geschrieben.</translation>
        </message>
        <message>
            <source>Tasks agreed</source>
            <translation>Vereinbarte Aufgaben</translation>
        </message>
        <message>
            <source>The text is fixed; write a correction as a note.</source>
            <translation>Der Text steht fest; eine Berichtigung schreiben Sie als Notiz.</translation>
        </message>
        <message>
            <source>Write minutes</source>
            <translation>Protokoll schreiben</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>freigegeben</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>Entwurf</translation>
        </message>
    </context>
    <context>
        <name>NewOfficePanel</name>
        <message>
            <source>A new office</source>
            <translation>Ein neues Büro</translation>
        </message>
        <message>
            <source>All of this can be changed later in the settings.</source>
            <translation>Alles davon lässt sich später in den Einstellungen ändern.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Coordination and Transfer Centre Smart Cities</source>
            <translation>Koordinierungs- und Transferstelle Modellprojekte Smart Cities</translation>
        </message>
        <message>
            <source>Name of the office (required)</source>
            <translation>Name des Büros (Pflichtfeld)</translation>
        </message>
        <message>
            <source>Passphrase (only if you want one)</source>
            <translation>Passphrase (nur, wenn Sie eine möchten)</translation>
        </message>
        <message>
            <source>Passphrase (required)</source>
            <translation>Passphrase (Pflichtfeld)</translation>
        </message>
        <message>
            <source>Passphrase again</source>
            <translation>Passphrase noch einmal</translation>
        </message>
        <message>
            <source>Please choose a passphrase of at least eight characters.</source>
            <translation>Bitte wählen Sie eine Passphrase mit mindestens acht Zeichen.</translation>
        </message>
        <message>
            <source>Please enter the name of the office.</source>
            <translation>Bitte geben Sie den Namen des Büros ein.</translation>
        </message>
        <message>
            <source>Please enter your name.</source>
            <translation>Bitte geben Sie Ihren Namen ein.</translation>
        </message>
        <message>
            <source>Set up</source>
            <translation>Einrichten</translation>
        </message>
        <message>
            <source>The keyring of this computer keeps the key. A passphrase is asked for in addition after locking.</source>
            <translation>Der Schlüsselbund dieses Rechners verwahrt den Schlüssel. Nach dem Sperren wird zusätzlich nach der Passphrase gefragt.</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>Die beiden Passphrasen sind verschieden.</translation>
        </message>
        <message>
            <source>This computer has no keyring that keeps the key, so the passphrase opens the office.</source>
            <translation>Dieser Rechner hat keinen Schlüsselbund, der den Schlüssel verwahrt; deshalb öffnet die Passphrase das Büro.</translation>
        </message>
        <message>
            <source>Your name (required)</source>
            <translation>Ihr Name (Pflichtfeld)</translation>
        </message>
    </context>
    <context>
        <name>NextBar</name>
        <message>
            <source>A place is free. Next on the waiting list: {0}</source>
            <translation>Ein Platz ist frei. Als Nächstes auf der Warteliste: {0}</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nachrücken lassen</translation>
        </message>
        <message>
            <source>{0} (registered {1})</source>
            <translation>{0} (angemeldet {1})</translation>
        </message>
    </context>
    <context>
        <name>NoteForm</name>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>For example +14, Fr or 15.1.</source>
            <translation>Zum Beispiel +14, Fr oder 15.1.</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Überschrift</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minuten</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Nächster Schritt</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>With</source>
            <translation>Mit</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close the notice</source>
            <translation>Hinweis schließen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>OfficeSection</name>
        <message>
            <source>1 to 10; see Data protection.</source>
            <translation>1 bis 10; siehe Datenschutz.</translation>
        </message>
        <message>
            <source>Controller (data protection)</source>
            <translation>Verantwortlicher (Datenschutz)</translation>
        </message>
        <message>
            <source>Data protection officer</source>
            <translation>Datenschutzbeauftragte</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Federal state (public holidays)</source>
            <translation>Bundesland (Feiertage)</translation>
        </message>
        <message>
            <source>Knows {unit}, {mark}, {running} and {year}.</source>
            <translation>Kennt {unit}, {mark}, {running} und {year}.</translation>
        </message>
        <message>
            <source>Letterhead</source>
            <translation>Briefkopf</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name of the office</source>
            <translation>Name des Büros</translation>
        </message>
        <message>
            <source>Note on confidentiality</source>
            <translation>Vertraulichkeitsvermerk</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Büro</translation>
        </message>
        <message>
            <source>Old values of people and bodies are kept (years)</source>
            <translation>Frühere Werte von Personen und Organisationen bleiben (Jahre)</translation>
        </message>
        <message>
            <source>Papers and files</source>
            <translation>Papiere und Akten</translation>
        </message>
        <message>
            <source>Pattern of file numbers</source>
            <translation>Muster der Aktenzeichen</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postleitzahl</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>Kurzname</translation>
        </message>
        <message>
            <source>Stands at the foot of every printed page.</source>
            <translation>Steht am Fuß jeder gedruckten Seite.</translation>
        </message>
        <message>
            <source>Street and number</source>
            <translation>Straße und Hausnummer</translation>
        </message>
        <message>
            <source>The settings of the office are saved.</source>
            <translation>Die Einstellungen des Büros sind gespeichert.</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Organisationseinheit</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
    </context>
    <context>
        <name>OptionsBar</name>
        <message>
            <source>Many at once …</source>
            <translation>Viele auf einmal …</translation>
        </message>
        <message>
            <source>More options</source>
            <translation>Weitere Einstellungen</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <source>Set the printer right …</source>
            <translation>Drucker ausgleichen …</translation>
        </message>
        <message>
            <source>Which paper</source>
            <translation>Welches Papier</translation>
        </message>
        <message>
            <source>{0}: a whole number from {1} to {2}. The paper keeps the last one.</source>
            <translation>{0}: eine ganze Zahl von {1} bis {2}. Das Papier behält die letzte.</translation>
        </message>
        <message>
            <source>{0}: a whole number from {1}. The paper keeps the last one.</source>
            <translation>{0}: eine ganze Zahl ab {1}. Das Papier behält die letzte.</translation>
        </message>
        <message>
            <source>{0}: this sheet has places 1 to {1}. The paper keeps the last one.</source>
            <translation>{0}: Dieser Bogen hat die Plätze 1 bis {1}. Das Papier behält den letzten.</translation>
        </message>
    </context>
    <context>
        <name>OutcomeDialog</name>
        <message>
            <source>Bodies, cases and contacts of the office stay as they are. A backup is made first.</source>
            <translation>Organisationen, Fälle und Kontakte des Büros bleiben, wie sie sind. Vorher wird eine Datensicherung angelegt.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>Weggefallen</translation>
        </message>
        <message>
            <source>Gone, among them</source>
            <translation>Weggefallen, darunter</translation>
        </message>
        <message>
            <source>Municipality directory as of {day}</source>
            <translation>Gemeindeverzeichnis, Gebietsstand {day}</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Neuer Schlüssel</translation>
        </message>
        <message>
            <source>New, among them</source>
            <translation>Neu, darunter</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Renamed</source>
            <translation>Umbenannt</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Without a point of their own</source>
            <translation>Ohne eigenen Punkt</translation>
        </message>
    </context>
    <context>
        <name>OverviewTab</name>
        <message>
            <source>Accessibility</source>
            <translation>Barrierefreiheit</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>Tagesordnung</translation>
        </message>
        <message>
            <source>Begins elsewhere</source>
            <translation>Beginn am Ort</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>Budget</translation>
        </message>
        <message>
            <source>Catering and support; not shown until you ask for it.</source>
            <translation>Verpflegung und Unterstützung; wird erst auf Wunsch gezeigt.</translation>
        </message>
        <message>
            <source>Charter guidelines</source>
            <translation>Leitlinien der Charta</translation>
        </message>
        <message>
            <source>Dates of the series {0}</source>
            <translation>Termine der Reihe {0}</translation>
        </message>
        <message>
            <source>Host municipality</source>
            <translation>Gastgebende Kommune</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Durchführung</translation>
        </message>
        <message>
            <source>No. {0}</source>
            <translation>Nr. {0}</translation>
        </message>
        <message>
            <source>Nobody told any.</source>
            <translation>Niemand hat etwas angegeben.</translation>
        </message>
        <message>
            <source>Online link</source>
            <translation>Online-Zugang</translation>
        </message>
        <message>
            <source>Organiser</source>
            <translation>Organisation der Veranstaltung</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Plätze</translation>
        </message>
        <message>
            <source>Registration deadline</source>
            <translation>Anmeldeschluss</translation>
        </message>
        <message>
            <source>Registrations</source>
            <translation>Anmeldungen</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>Show special needs</source>
            <translation>Unterstützungsbedarf anzeigen</translation>
        </message>
        <message>
            <source>Special needs</source>
            <translation>Unterstützungsbedarf</translation>
        </message>
        <message>
            <source>Special needs are shown to the organiser of the event only.</source>
            <translation>Unterstützungsbedarf sieht nur, wer die Veranstaltung organisiert.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Venue</source>
            <translation>Veranstaltungsort</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
    </context>
    <context>
        <name>PackageReading</name>
        <message>
            <source>Before you take it over</source>
            <translation>Bevor Sie es übernehmen</translation>
        </message>
        <message>
            <source>Choose one on the left, or drop a package on the window.</source>
            <translation>Wählen Sie links eines aus, oder ziehen Sie ein Paket auf das Fenster.</translation>
        </message>
        <message>
            <source>Erased for good</source>
            <translation>Endgültig gelöscht</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Looking into the package …</source>
            <translation>Das Paket wird angesehen …</translation>
        </message>
        <message>
            <source>No package chosen</source>
            <translation>Kein Paket gewählt</translation>
        </message>
        <message>
            <source>Nothing is changed by looking.</source>
            <translation>Durch das Ansehen wird nichts geändert.</translation>
        </message>
        <message>
            <source>Nothing you do not have already.</source>
            <translation>Nichts, was Sie nicht schon haben.</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>Datensätze</translation>
        </message>
        <message>
            <source>Records and fields of the package</source>
            <translation>Datensätze und Felder des Pakets</translation>
        </message>
        <message>
            <source>Records in conflict</source>
            <translation>Datensätze im Konflikt</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Take back …</source>
            <translation>Zurücknehmen …</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>Absender unbekannt</translation>
        </message>
        <message>
            <source>What it did</source>
            <translation>Was es geändert hat</translation>
        </message>
        <message>
            <source>What it would do</source>
            <translation>Was es ändern würde</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>Geschrieben</translation>
        </message>
    </context>
    <context>
        <name>PackagesPane</name>
        <message numerus="yes">
            <source>%n field(s) stay, as somebody has changed them since.</source>
            <translation>
                <numerusform>%n Feld bleibt, da es seither jemand geändert hat.</numerusform>
                <numerusform>%n Felder bleiben, da sie seither jemand geändert hat.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n package(s)</source>
            <translation>
                <numerusform>%n Paket</numerusform>
                <numerusform>%n Pakete</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) get back the values from before this package.</source>
            <translation>
                <numerusform>%n Datensatz erhält die Werte von vor diesem Paket zurück.</numerusform>
                <numerusform>%n Datensätze erhalten die Werte von vor diesem Paket zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) in conflict wait for you.</source>
            <translation>
                <numerusform>%n Datensatz im Konflikt wartet auf Sie.</numerusform>
                <numerusform>%n Datensätze im Konflikt warten auf Sie.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the package</source>
            <translation>Paket wählen</translation>
        </message>
        <message>
            <source>Everything this package brought has been changed since.</source>
            <translation>Alles, was dieses Paket gebracht hat, wurde seither geändert.</translation>
        </message>
        <message>
            <source>Folder to watch for packages</source>
            <translation>Ordner, in dem auf Pakete gewartet wird</translation>
        </message>
        <message>
            <source>No packages yet</source>
            <translation>Noch keine Pakete</translation>
        </message>
        <message>
            <source>Nothing is left to take back</source>
            <translation>Es ist nichts zurückzunehmen</translation>
        </message>
        <message>
            <source>Open a package of a colleague, drop it on the window, or watch a shared folder.</source>
            <translation>Öffnen Sie ein Paket, ziehen Sie es auf das Fenster, oder lassen Sie einen gemeinsamen Ordner beobachten.</translation>
        </message>
        <message>
            <source>Open package</source>
            <translation>Paket öffnen</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Pakete</translation>
        </message>
        <message>
            <source>Packages (*.ktspaket)</source>
            <translation>Pakete (*.ktspaket)</translation>
        </message>
        <message>
            <source>Something has changed since the preview; it was made anew.</source>
            <translation>Seit der Vorschau wurde etwas geändert; sie wurde erneuert.</translation>
        </message>
        <message>
            <source>Stop watching</source>
            <translation>Nicht mehr beobachten</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Take this package back?</source>
            <translation>Dieses Paket zurücknehmen?</translation>
        </message>
        <message>
            <source>Take this package over?</source>
            <translation>Dieses Paket übernehmen?</translation>
        </message>
        <message>
            <source>Taken over from {0}.</source>
            <translation>Übernommen von {0}.</translation>
        </message>
        <message>
            <source>Taking over the package</source>
            <translation>Paket wird übernommen</translation>
        </message>
        <message>
            <source>This is one step that can be undone; it reaches your colleagues.</source>
            <translation>Das ist ein Schritt, der sich rückgängig machen lässt; er erreicht auch die anderen.</translation>
        </message>
        <message>
            <source>Watch a folder …</source>
            <translation>Ordner beobachten …</translation>
        </message>
        <message>
            <source>Watched: {0}</source>
            <translation>Beobachtet: {0}</translation>
        </message>
    </context>
    <context>
        <name>PacksPage</name>
        <message numerus="yes">
            <source>%n match(es)</source>
            <translation>
                <numerusform>%n Treffer</numerusform>
                <numerusform>%n Treffer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) printed</source>
            <translation>
                <numerusform>%n Papier gedruckt</numerusform>
                <numerusform>%n Papiere gedruckt</numerusform>
            </translation>
        </message>
        <message>
            <source>Body, case, event or person</source>
            <translation>Stelle, Fall, Termin oder Person</translation>
        </message>
        <message>
            <source>Nothing printed yet</source>
            <translation>Noch nichts gedruckt</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papiere</translation>
        </message>
        <message>
            <source>Search for a municipality, a case, an event or a person to see what can be printed.</source>
            <translation>Suchen Sie eine Kommune, einen Fall, einen Termin oder eine Person, um zu sehen, was sich drucken lässt.</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>All results for “{text}”</source>
            <translation>Alle Treffer zu „{text}“</translation>
        </message>
        <message>
            <source>Case, municipality, person, area or command …</source>
            <translation>Fall, Kommune, Person, Bereich oder Befehl …</translation>
        </message>
        <message>
            <source>Enter opens, &gt; shows commands only</source>
            <translation>Eingabetaste öffnet, &gt; zeigt nur Befehle</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>Hits</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>No office is open: only areas and commands are found</source>
            <translation>Es ist kein Büro geöffnet: gefunden werden nur Bereiche und Befehle</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
    </context>
    <context>
        <name>PaperPane</name>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Termin</translation>
        </message>
        <message>
            <source>Make again</source>
            <translation>Neu erstellen</translation>
        </message>
        <message>
            <source>No paper</source>
            <translation>Kein Papier</translation>
        </message>
        <message>
            <source>No paper chosen</source>
            <translation>Kein Papier gewählt</translation>
        </message>
        <message>
            <source>No paper for this record</source>
            <translation>Kein Papier zu diesem Eintrag</translation>
        </message>
        <message>
            <source>Open in the system's viewer</source>
            <translation>Im Anzeigeprogramm öffnen</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papiere</translation>
        </message>
        <message>
            <source>Papers are about bodies, cases, events and people. Search for one on the left.</source>
            <translation>Papiere gibt es zu Stellen, Fällen, Terminen und Personen. Suchen Sie links danach.</translation>
        </message>
        <message>
            <source>Parts and recipe</source>
            <translation>Teile und Vorlage</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Drucken …</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>Als PDF speichern …</translation>
        </message>
        <message>
            <source>Search for a body, a case, an event or a person, or choose a paper printed before.</source>
            <translation>Suchen Sie eine Stelle, einen Fall, einen Termin oder eine Person, oder wählen Sie ein früher gedrucktes Papier.</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Take over and make the pack</source>
            <translation>Übernehmen und Mappe erstellen</translation>
        </message>
        <message>
            <source>The font lacks these characters; they are printed as boxes: {0}</source>
            <translation>Der Schrift fehlen diese Zeichen; sie werden als Kästchen gedruckt: {0}</translation>
        </message>
        <message>
            <source>The paper was not finished.</source>
            <translation>Das Papier wurde nicht fertiggestellt.</translation>
        </message>
        <message>
            <source>The records have changed since this paper was made.</source>
            <translation>Die Einträge haben sich geändert, seit dieses Papier erstellt wurde.</translation>
        </message>
        <message>
            <source>The whole office</source>
            <translation>Das ganze Büro</translation>
        </message>
        <message>
            <source>This municipality stands in the directory only. Take it over to make a briefing pack.</source>
            <translation>Diese Kommune steht nur im Verzeichnis. Übernehmen Sie sie, um eine Briefing-Mappe zu erstellen.</translation>
        </message>
    </context>
    <context>
        <name>PartDialogs</name>
        <message>
            <source>Add a post</source>
            <translation>Stelle hinzufügen</translation>
        </message>
        <message>
            <source>Add an official key</source>
            <translation>Amtlichen Schlüssel hinzufügen</translation>
        </message>
        <message>
            <source>Add contact details</source>
            <translation>Kontaktdaten hinzufügen</translation>
        </message>
        <message>
            <source>Edit consent</source>
            <translation>Einwilligung bearbeiten</translation>
        </message>
        <message>
            <source>Edit contact details</source>
            <translation>Kontaktdaten bearbeiten</translation>
        </message>
        <message>
            <source>Edit official key</source>
            <translation>Amtlichen Schlüssel bearbeiten</translation>
        </message>
        <message>
            <source>Edit post</source>
            <translation>Stelle bearbeiten</translation>
        </message>
        <message>
            <source>Record a consent</source>
            <translation>Einwilligung erfassen</translation>
        </message>
    </context>
    <context>
        <name>ParticipantsTab</name>
        <message>
            <source>Add participant</source>
            <translation>Teilnehmende Person hinzufügen</translation>
        </message>
        <message>
            <source>Add people of the directory, or type names in.</source>
            <translation>Nehmen Sie Personen aus dem Verzeichnis auf oder geben Sie Namen ein.</translation>
        </message>
        <message>
            <source>Any role</source>
            <translation>Jede Rolle</translation>
        </message>
        <message>
            <source>Enter attendance</source>
            <translation>Teilnahme erfassen</translation>
        </message>
        <message>
            <source>No matches</source>
            <translation>Keine Treffer</translation>
        </message>
        <message>
            <source>Nobody fits search, state and role.</source>
            <translation>Niemand passt zu Suche, Status und Rolle.</translation>
        </message>
        <message>
            <source>Nobody is registered yet</source>
            <translation>Noch niemand angemeldet</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>Teilnehmende</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Search name or body</source>
            <translation>Name oder Organisation suchen</translation>
        </message>
        <message>
            <source>{0} · {1} free</source>
            <translation>{0} · {1} frei</translation>
        </message>
        <message>
            <source>{0} · {1} too many</source>
            <translation>{0} · {1} zu viel</translation>
        </message>
    </context>
    <context>
        <name>PartsPanel</name>
        <message>
            <source>At most rows (0: all)</source>
            <translation>Höchstens Zeilen (0: alle)</translation>
        </message>
        <message>
            <source>Begins on a right-hand page</source>
            <translation>Beginnt auf einer rechten Seite</translation>
        </message>
        <message>
            <source>Delete recipe</source>
            <translation>Vorlage löschen</translation>
        </message>
        <message>
            <source>Months back (0: as the pack)</source>
            <translation>Monate zurück (0: wie die Mappe)</translation>
        </message>
        <message>
            <source>Move the part down</source>
            <translation>Teil nach unten</translation>
        </message>
        <message>
            <source>Move the part up</source>
            <translation>Teil nach oben</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Älteste zuerst</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Teile</translation>
        </message>
        <message>
            <source>Parts of the pack, in their order</source>
            <translation>Teile der Mappe in ihrer Reihenfolge</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>Recipe the pack follows</source>
            <translation>Vorlage, der die Mappe folgt</translation>
        </message>
        <message>
            <source>Save as recipe …</source>
            <translation>Als Vorlage speichern …</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>At least eight characters; a sentence is easier to remember than a word.</source>
            <translation>Mindestens acht Zeichen; ein Satz merkt sich leichter als ein Wort.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Neue Passphrase</translation>
        </message>
        <message>
            <source>New passphrase again</source>
            <translation>Neue Passphrase noch einmal</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Please choose a passphrase of at least eight characters.</source>
            <translation>Bitte wählen Sie eine Passphrase mit mindestens acht Zeichen.</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>Setzen</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>Die beiden Passphrasen sind verschieden.</translation>
        </message>
    </context>
    <context>
        <name>PeoplePane</name>
        <message>
            <source>1 person</source>
            <translation>1 Person</translation>
        </message>
        <message>
            <source>Choose the second person too, holding Ctrl, then Compare.</source>
            <translation>Wählen Sie mit Strg auch die zweite Person, dann Vergleichen.</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Federal state</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Informed today</source>
            <translation>Heute informiert</translation>
        </message>
        <message>
            <source>Kind of body</source>
            <translation>Art der Organisation</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Fehlt</translation>
        </message>
        <message>
            <source>Name, body, phone or e-mail</source>
            <translation>Name, Organisation, Telefon oder E-Mail</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>Neue Person</translation>
        </message>
        <message>
            <source>No people yet</source>
            <translation>Noch keine Personen</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>People you add here can be found by name, body, number and e-mail.</source>
            <translation>Personen, die Sie hier aufnehmen, finden Sie nach Name, Organisation, Nummer und E-Mail.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>Sortiert nach</translation>
        </message>
        <message>
            <source>body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>im Papierkorb</translation>
        </message>
        <message>
            <source>last change</source>
            <translation>letzte Änderung</translation>
        </message>
        <message>
            <source>not informed yet</source>
            <translation>noch nicht informiert</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>eingeschränkt</translation>
        </message>
        <message>
            <source>without body</source>
            <translation>ohne Organisation</translation>
        </message>
        <message>
            <source>without phone</source>
            <translation>ohne Telefon</translation>
        </message>
        <message>
            <source>{0} people</source>
            <translation>{0} Personen</translation>
        </message>
    </context>
    <context>
        <name>PersonErasing</name>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Fall</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Eintrag</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>Endgültig löschen</translation>
        </message>
        <message>
            <source>Erase {0} for good?</source>
            <translation>{0} endgültig löschen?</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Veranstaltung</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>In backups until {0}.</source>
            <translation>In Sicherungen noch bis {0}.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Projekt</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Anmeldung</translation>
        </message>
        <message>
            <source>Registrations that stay in the counts without the name: {0}.</source>
            <translation>Anmeldungen, die ohne den Namen in den Zählungen bleiben: {0}.</translation>
        </message>
        <message>
            <source>The person goes with posts, contact details, consents and history. This is final.</source>
            <translation>Die Person verschwindet mit Stellen, Kontaktdaten, Einwilligungen und Verlauf. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>The person has been erased for good.</source>
            <translation>Die Person wurde endgültig gelöscht.</translation>
        </message>
        <message>
            <source>These entries name the person too; they are listed afterwards, to be edited ({0}):</source>
            <translation>Auch diese Einträge nennen die Person; sie stehen danach in einer Liste zum Bearbeiten ({0}):</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Academic degree</source>
            <translation>Akademischer Grad</translation>
        </message>
        <message>
            <source>As it stands in an address: Oberbürgermeisterin, Landrat</source>
            <translation>Wie in der Anschrift: Oberbürgermeisterin, Landrat</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Vorname</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Funktion</translation>
        </message>
        <message>
            <source>Informed on</source>
            <translation>Informiert am</translation>
        </message>
        <message>
            <source>Kept as typed: 030/1234-0 (switchboard)</source>
            <translation>Bleibt, wie getippt: 030/1234-0 (Zentrale)</translation>
        </message>
        <message>
            <source>Language of letters</source>
            <translation>Sprache der Briefe</translation>
        </message>
        <message>
            <source>Letter salutation</source>
            <translation>Briefanrede</translation>
        </message>
        <message>
            <source>Letters and data protection</source>
            <translation>Briefe und Datenschutz</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>Mobiltelefon</translation>
        </message>
        <message>
            <source>Name prefix</source>
            <translation>Namensvorsatz</translation>
        </message>
        <message>
            <source>Name suffix</source>
            <translation>Namenszusatz</translation>
        </message>
        <message>
            <source>Official title</source>
            <translation>Amtsbezeichnung</translation>
        </message>
        <message>
            <source>Open this instead</source>
            <translation>Stattdessen diese öffnen</translation>
        </message>
        <message>
            <source>Organisational unit</source>
            <translation>Organisationseinheit</translation>
        </message>
        <message>
            <source>Perhaps already in the office</source>
            <translation>Vielleicht schon im Büro</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Post and contact</source>
            <translation>Stelle und Kontakt</translation>
        </message>
        <message>
            <source>Pronouns</source>
            <translation>Pronomen</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Salutation</source>
            <translation>Anrede</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>Nachname</translation>
        </message>
        <message>
            <source>When the person was told what is kept about them</source>
            <translation>Wann die Person erfuhr, was über sie gespeichert ist</translation>
        </message>
        <message>
            <source>Without an entry: {0}</source>
            <translation>Ohne Eintrag: {0}</translation>
        </message>
        <message>
            <source>von, zu, van der</source>
            <translation>von, zu, van der</translation>
        </message>
    </context>
    <context>
        <name>PersonReading</name>
        <message>
            <source>Add a post</source>
            <translation>Stelle hinzufügen</translation>
        </message>
        <message>
            <source>Add phone, e-mail or address</source>
            <translation>Telefon, E-Mail oder Anschrift hinzufügen</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Anschrift</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Changes post</source>
            <translation>Wechselt die Stelle</translation>
        </message>
        <message>
            <source>Choose a person on the left, or type a few letters.</source>
            <translation>Wählen Sie links eine Person oder tippen Sie einige Buchstaben.</translation>
        </message>
        <message>
            <source>Compare with another person …</source>
            <translation>Mit einer anderen Person vergleichen …</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>Einwilligungen</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Erase person …</source>
            <translation>Person endgültig löschen …</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Veranstaltungen</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Informed on</source>
            <translation>Informiert am</translation>
        </message>
        <message>
            <source>Informed today about the data kept</source>
            <translation>Heute über die gespeicherten Daten informiert</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Letter salutation</source>
            <translation>Briefanrede</translation>
        </message>
        <message>
            <source>Lift the restriction</source>
            <translation>Einschränkung aufheben</translation>
        </message>
        <message>
            <source>Merged records</source>
            <translation>Zusammengeführte Einträge</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>Weitere Aktionen</translation>
        </message>
        <message>
            <source>No case names this person yet.</source>
            <translation>Noch nennt kein Fall diese Person.</translation>
        </message>
        <message>
            <source>No consent is recorded: name and number are not passed on.</source>
            <translation>Keine Einwilligung erfasst: Name und Nummer werden nicht weitergegeben.</translation>
        </message>
        <message>
            <source>No note names this person yet.</source>
            <translation>Noch nennt keine Notiz diese Person.</translation>
        </message>
        <message>
            <source>No person chosen</source>
            <translation>Keine Person gewählt</translation>
        </message>
        <message>
            <source>No phone number and no e-mail is known yet.</source>
            <translation>Noch sind weder Telefonnummer noch E-Mail bekannt.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Official title</source>
            <translation>Amtsbezeichnung</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Phone, e-mail or website</source>
            <translation>Telefon, E-Mail oder Website</translation>
        </message>
        <message>
            <source>Postal address</source>
            <translation>Anschrift</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <source>Pronouns</source>
            <translation>Pronomen</translation>
        </message>
        <message>
            <source>Record a consent</source>
            <translation>Einwilligung erfassen</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Restrict processing</source>
            <translation>Verarbeitung einschränken</translation>
        </message>
        <message>
            <source>This person belongs to no body.</source>
            <translation>Diese Person gehört zu keiner Organisation.</translation>
        </message>
        <message>
            <source>This person was registered for no event yet.</source>
            <translation>Diese Person war noch zu keiner Veranstaltung angemeldet.</translation>
        </message>
        <message>
            <source>Undo merge</source>
            <translation>Zusammenführung aufheben</translation>
        </message>
        <message>
            <source>Withdrawn today</source>
            <translation>Heute widerrufen</translation>
        </message>
        <message>
            <source>former</source>
            <translation>früher</translation>
        </message>
        <message>
            <source>given on {0}</source>
            <translation>erteilt am {0}</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>im Papierkorb</translation>
        </message>
        <message>
            <source>main post</source>
            <translation>Hauptstelle</translation>
        </message>
        <message>
            <source>not informed yet</source>
            <translation>noch nicht informiert</translation>
        </message>
        <message>
            <source>processing restricted since {0}</source>
            <translation>Verarbeitung eingeschränkt seit {0}</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>widerrufen</translation>
        </message>
        <message>
            <source>withdrawn on {0}</source>
            <translation>widerrufen am {0}</translation>
        </message>
    </context>
    <context>
        <name>PlaceReading</name>
        <message>
            <source>90 % (budgetary emergency)</source>
            <translation>90 % (Haushaltsnotlage)</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Fläche</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Choose a municipality, a district or another body.</source>
            <translation>Wählen Sie eine Kommune, einen Kreis oder eine andere Organisation.</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Verzeichnis</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Veranstaltungen</translation>
        </message>
        <message>
            <source>Federal share</source>
            <translation>Bundesanteil</translation>
        </message>
        <message>
            <source>From the municipality directory as of {0}. The office has nothing on this place yet; opening a case takes it into the office.</source>
            <translation>Aus dem Gemeindeverzeichnis, Stand {0}. Das Büro hat zu diesem Ort noch nichts; mit einem Fall wird er übernommen.</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Model project</source>
            <translation>Modellprojekt</translation>
        </message>
        <message>
            <source>Model projects of the same size</source>
            <translation>Modellprojekte gleicher Größe</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Networks</source>
            <translation>Netzwerke</translation>
        </message>
        <message>
            <source>No person of this body is known yet.</source>
            <translation>Noch ist keine Person dieser Organisation bekannt.</translation>
        </message>
        <message>
            <source>No place chosen</source>
            <translation>Kein Ort gewählt</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Open a case</source>
            <translation>Fall anlegen</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postleitzahl</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Drucken</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Sitz</translation>
        </message>
        <message>
            <source>Size class</source>
            <translation>Größenklasse</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Take into the office</source>
            <translation>Ins Büro übernehmen</translation>
        </message>
        <message>
            <source>There is no case on this body yet.</source>
            <translation>Noch gibt es keinen Fall zu dieser Organisation.</translation>
        </message>
        <message>
            <source>This body has taken part in no event yet.</source>
            <translation>Diese Organisation hat noch an keiner Veranstaltung teilgenommen.</translation>
        </message>
    </context>
    <context>
        <name>PlacesPane</name>
        <message numerus="yes">
            <source>%n body(ies) moved to the bin</source>
            <translation>
                <numerusform>%n Organisation in den Papierkorb gelegt</numerusform>
                <numerusform>%n Organisationen in den Papierkorb gelegt</numerusform>
            </translation>
        </message>
        <message>
            <source>1 place</source>
            <translation>1 Ort</translation>
        </message>
        <message>
            <source>In the office</source>
            <translation>Im Büro</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Municipalities</source>
            <translation>Kommunen</translation>
        </message>
        <message>
            <source>New body</source>
            <translation>Neue Organisation</translation>
        </message>
        <message>
            <source>No places</source>
            <translation>Keine Orte</translation>
        </message>
        <message>
            <source>Search by name, district or key</source>
            <translation>Nach Name, Kreis oder Schlüssel suchen</translation>
        </message>
        <message>
            <source>Size class</source>
            <translation>Größenklasse</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>Sortiert nach</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>The municipality directory is empty.</source>
            <translation>Das Gemeindeverzeichnis ist leer.</translation>
        </message>
        <message>
            <source>only these</source>
            <translation>nur diese</translation>
        </message>
        <message>
            <source>population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>{0} places</source>
            <translation>{0} Orte</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Fit the width</source>
            <translation>An Breite anpassen</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <source>Page {0} of {1}</source>
            <translation>Seite {0} von {1}</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <source>Show the text of the page</source>
            <translation>Text der Seite anzeigen</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <source>Text of page {0}</source>
            <translation>Text der Seite {0}</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
    </context>
    <context>
        <name>PrinterDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>How far the crosses lie off in height</source>
            <translation>Wie weit die Kreuze in der Höhe danebenliegen</translation>
        </message>
        <message>
            <source>How far the crosses lie off to the side</source>
            <translation>Wie weit die Kreuze seitlich danebenliegen</translation>
        </message>
        <message>
            <source>Print this page here, hold it with a sheet of labels against the light, and say how far the crosses lie from the corners of the labels.</source>
            <translation>Drucken Sie diese Seite von hier aus, halten Sie sie mit einem Etikettenbogen gegen das Licht, und sagen Sie, wie weit die Kreuze neben den Ecken der Etiketten liegen.</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Drucker</translation>
        </message>
        <message>
            <source>Set right</source>
            <translation>Ausgleichen</translation>
        </message>
        <message>
            <source>Set the printer right</source>
            <translation>Drucker ausgleichen</translation>
        </message>
        <message>
            <source>The crosses lie</source>
            <translation>Die Kreuze liegen</translation>
        </message>
        <message>
            <source>Then badges and labels are printed {0} mm {1} and {2} mm {3}.</source>
            <translation>Dann werden Namensschilder und Etiketten {0} mm {1} und {2} mm {3} gedruckt.</translation>
        </message>
        <message>
            <source>Then this printer is not shifted.</source>
            <translation>Dann wird dieser Drucker nicht verschoben.</translation>
        </message>
        <message>
            <source>To which side</source>
            <translation>Zu welcher Seite</translation>
        </message>
        <message>
            <source>Too low or too high</source>
            <translation>Zu tief oder zu hoch</translation>
        </message>
        <message>
            <source>and</source>
            <translation>und</translation>
        </message>
        <message>
            <source>down</source>
            <translation>nach unten</translation>
        </message>
        <message>
            <source>to the left</source>
            <translation>nach links</translation>
        </message>
        <message>
            <source>to the right</source>
            <translation>nach rechts</translation>
        </message>
        <message>
            <source>too far left</source>
            <translation>zu weit links</translation>
        </message>
        <message>
            <source>too far right</source>
            <translation>zu weit rechts</translation>
        </message>
        <message>
            <source>too high</source>
            <translation>zu hoch</translation>
        </message>
        <message>
            <source>too low</source>
            <translation>zu tief</translation>
        </message>
        <message>
            <source>up</source>
            <translation>nach oben</translation>
        </message>
    </context>
    <context>
        <name>PrivacySection</name>
        <message>
            <source>Data protection</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Disposal of cases</source>
            <translation>Aussonderung von Fällen</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Log of disposals</source>
            <translation>Aussonderungsprotokoll</translation>
        </message>
        <message>
            <source>Parts of data protection</source>
            <translation>Teile des Datenschutzes</translation>
        </message>
    </context>
    <context>
        <name>ProfileSection</name>
        <message>
            <source>Back up now</source>
            <translation>Jetzt sichern</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Datensicherungen</translation>
        </message>
        <message>
            <source>Backups made before still open with the old code and passphrase; they are deleted within 35 days, those before an upgrade within 90. What may have been copied already stays readable to whoever has it.</source>
            <translation>Frühere Sicherungen öffnen sich weiter mit dem alten Code und der alten Passphrase; sie werden binnen 35 Tagen gelöscht, die vor einer Umstellung binnen 90. Was schon kopiert worden sein könnte, bleibt für den lesbar, der es hat.</translation>
        </message>
        <message>
            <source>Change the passphrase …</source>
            <translation>Passphrase ändern …</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>Datensicherung wählen</translation>
        </message>
        <message>
            <source>Choose the second place of backups</source>
            <translation>Zweiten Ort für Sicherungen wählen</translation>
        </message>
        <message>
            <source>Encrypt the office with a new key?</source>
            <translation>Das Büro mit einem neuen Schlüssel verschlüsseln?</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>Verschlüsselt</translation>
        </message>
        <message>
            <source>Encrypted, but the key lies beside it: sample data only</source>
            <translation>Verschlüsselt, doch der Schlüssel liegt daneben: nur Beispieldaten</translation>
        </message>
        <message>
            <source>Encrypted, passphrase set</source>
            <translation>Verschlüsselt, Passphrase gesetzt</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Verschlüsselung</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>For when somebody may have seen the key, the code or the passphrase. The office is closed, backed up and encrypted anew, and you get a new recovery code.</source>
            <translation>Falls jemand den Schlüssel, den Code oder die Passphrase gesehen haben könnte. Das Büro wird geschlossen, gesichert und neu verschlüsselt, und Sie bekommen einen neuen Wiederherstellungscode.</translation>
        </message>
        <message>
            <source>Last checked backup</source>
            <translation>Letzte geprüfte Sicherung</translation>
        </message>
        <message>
            <source>Last rehearsal of a restore</source>
            <translation>Letzte Probe des Wiederherstellens</translation>
        </message>
        <message>
            <source>Make a new code</source>
            <translation>Neuen Code erstellen</translation>
        </message>
        <message>
            <source>Make a new recovery code?</source>
            <translation>Neuen Wiederherstellungscode erstellen?</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Neuer Schlüssel</translation>
        </message>
        <message>
            <source>New key …</source>
            <translation>Neuer Schlüssel …</translation>
        </message>
        <message>
            <source>New recovery code …</source>
            <translation>Neuer Wiederherstellungscode …</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>Nicht verschlüsselt</translation>
        </message>
        <message>
            <source>Office file and backups</source>
            <translation>Bürodatei und Sicherungen</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Restore this backup?</source>
            <translation>Diese Sicherung wiederherstellen?</translation>
        </message>
        <message>
            <source>Restore …</source>
            <translation>Wiederherstellen …</translation>
        </message>
        <message>
            <source>Second place of backups</source>
            <translation>Zweiter Ort für Sicherungen</translation>
        </message>
        <message>
            <source>Second place …</source>
            <translation>Zweiter Ort …</translation>
        </message>
        <message>
            <source>Set a passphrase …</source>
            <translation>Passphrase setzen …</translation>
        </message>
        <message>
            <source>The backup {name} takes the place of the present file. The present file is kept in the folder of backups.</source>
            <translation>Die Sicherung {name} tritt an die Stelle der jetzigen Datei. Die jetzige Datei bleibt im Ordner der Sicherungen erhalten.</translation>
        </message>
        <message>
            <source>The old code then opens older backups only. The new one is shown once.</source>
            <translation>Der alte Code öffnet dann nur noch ältere Sicherungen. Der neue wird einmal gezeigt.</translation>
        </message>
        <message>
            <source>The passphrase is set. Older backups still open with the old one.</source>
            <translation>Die Passphrase ist gesetzt. Ältere Sicherungen öffnet weiterhin die alte.</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>Noch gibt es keine Sicherung.</translation>
        </message>
        <message>
            <source>Without a second place</source>
            <translation>Ohne zweiten Ort</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>geprüft</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keine</translation>
        </message>
        <message>
            <source>none: a lost computer takes its backups along</source>
            <translation>keiner: Ein verlorener Rechner nimmt seine Sicherungen mit</translation>
        </message>
        <message>
            <source>not checked</source>
            <translation>nicht geprüft</translation>
        </message>
        <message>
            <source>not needed: sample data only</source>
            <translation>nicht nötig: nur Beispieldaten</translation>
        </message>
        <message>
            <source>{when}, failed: please back up now</source>
            <translation>{when}, gescheitert: bitte jetzt sichern</translation>
        </message>
        <message>
            <source>{when}, restored and read</source>
            <translation>{when}, wiederhergestellt und gelesen</translation>
        </message>
    </context>
    <context>
        <name>ProjectReading</name>
        <message>
            <source>Add amount</source>
            <translation>Betrag hinzufügen</translation>
        </message>
        <message>
            <source>Add measure</source>
            <translation>Maßnahme hinzufügen</translation>
        </message>
        <message>
            <source>Add milestone</source>
            <translation>Meilenstein hinzufügen</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Fläche</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Fälle</translation>
        </message>
        <message>
            <source>Choose a model project from the list.</source>
            <translation>Wählen Sie ein Modellprojekt aus der Liste.</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Einstieg</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Veranstaltungen</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Handlungsfelder</translation>
        </message>
        <message>
            <source>Funding</source>
            <translation>Förderung</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Mitglieder</translation>
        </message>
        <message>
            <source>Members …</source>
            <translation>Mitglieder …</translation>
        </message>
        <message>
            <source>Milestones</source>
            <translation>Meilensteine</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>Neuer Fall</translation>
        </message>
        <message>
            <source>No amounts are known.</source>
            <translation>Beträge sind nicht bekannt.</translation>
        </message>
        <message>
            <source>No body takes part yet.</source>
            <translation>Noch nimmt keine Organisation teil.</translation>
        </message>
        <message>
            <source>No dates of its phases are known.</source>
            <translation>Zu den Phasen sind keine Daten bekannt.</translation>
        </message>
        <message>
            <source>No measures are known yet.</source>
            <translation>Noch sind keine Maßnahmen bekannt.</translation>
        </message>
        <message>
            <source>No milestones yet.</source>
            <translation>Noch keine Meilensteine.</translation>
        </message>
        <message>
            <source>No person of the members is known yet.</source>
            <translation>Noch ist keine Person der Mitglieder bekannt.</translation>
        </message>
        <message>
            <source>No project chosen</source>
            <translation>Kein Projekt gewählt</translation>
        </message>
        <message>
            <source>Note on the phases</source>
            <translation>Anmerkung zu den Phasen</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Phase today</source>
            <translation>Phase heute</translation>
        </message>
        <message>
            <source>Phases</source>
            <translation>Phasen</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Drucken</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Steckbrief</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Size category</source>
            <translation>Größenkategorie</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>Strategie</translation>
        </message>
        <message>
            <source>The members have taken part in no event yet.</source>
            <translation>Die Mitglieder haben noch an keiner Veranstaltung teilgenommen.</translation>
        </message>
        <message>
            <source>There is no case on this project yet.</source>
            <translation>Noch gibt es keinen Fall zu diesem Projekt.</translation>
        </message>
        <message>
            <source>Time line of the project</source>
            <translation>Zeitleiste des Projekts</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Vision</source>
            <translation>Leitbild</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
        <message>
            <source>Working title</source>
            <translation>Arbeitstitel</translation>
        </message>
        <message>
            <source>according to public statements</source>
            <translation>nach öffentlichen Angaben</translation>
        </message>
        <message>
            <source>by notice</source>
            <translation>laut Bescheid</translation>
        </message>
        <message>
            <source>due</source>
            <translation>fällig</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
    </context>
    <context>
        <name>ProjectsPage</name>
        <message>
            <source>Map</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Model projects</source>
            <translation>Modellprojekte</translation>
        </message>
        <message>
            <source>Municipalities</source>
            <translation>Kommunen</translation>
        </message>
        <message>
            <source>New case</source>
            <translation>Neuer Fall</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
    </context>
    <context>
        <name>ProjectsPane</name>
        <message numerus="yes">
            <source>%n model project(s)</source>
            <translation>
                <numerusform>%n Modellprojekt</numerusform>
                <numerusform>%n Modellprojekte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n model project(s) moved to the bin</source>
            <translation>
                <numerusform>%n Modellprojekt in den Papierkorb gelegt</numerusform>
                <numerusform>%n Modellprojekte in den Papierkorb gelegt</numerusform>
            </translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Betrag</translation>
        </message>
        <message>
            <source>Member of the project</source>
            <translation>Mitglied des Projekts</translation>
        </message>
        <message>
            <source>Milestone</source>
            <translation>Meilenstein</translation>
        </message>
        <message>
            <source>Model projects</source>
            <translation>Modellprojekte</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New measure</source>
            <translation>Neue Maßnahme</translation>
        </message>
        <message>
            <source>New model project</source>
            <translation>Neues Modellprojekt</translation>
        </message>
        <message>
            <source>No model projects</source>
            <translation>Keine Modellprojekte</translation>
        </message>
        <message>
            <source>Phase today</source>
            <translation>Phase heute</translation>
        </message>
        <message>
            <source>Search projects and members</source>
            <translation>Projekte und Mitglieder suchen</translation>
        </message>
        <message>
            <source>Size category</source>
            <translation>Größenkategorie</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>The reference data hold none.</source>
            <translation>Die Stammdaten enthalten keine.</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
    </context>
    <context>
        <name>RecipeDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name of the recipe</source>
            <translation>Name der Vorlage</translation>
        </message>
        <message>
            <source>Save as recipe</source>
            <translation>Als Vorlage speichern</translation>
        </message>
        <message>
            <source>Save recipe</source>
            <translation>Vorlage speichern</translation>
        </message>
        <message>
            <source>The parts, their order and the options are kept under this name and can be used again.</source>
            <translation>Die Teile, ihre Reihenfolge und die Einstellungen werden unter diesem Namen aufgehoben und lassen sich wieder verwenden.</translation>
        </message>
    </context>
    <context>
        <name>RecordsDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>RecoveryPanel</name>
        <message>
            <source>Group {number}</source>
            <translation>Gruppe {number}</translation>
        </message>
        <message>
            <source>Group {number} reads differently on the sheet.</source>
            <translation>Gruppe {number} lautet auf dem Blatt anders.</translation>
        </message>
        <message>
            <source>I have kept the code</source>
            <translation>Ich habe den Code verwahrt</translation>
        </message>
        <message>
            <source>It opens the office when the keyring is lost or the passphrase is forgotten, and it is shown only now. Print or save it, keep it where you keep contracts, then type two groups back.</source>
            <translation>Er öffnet das Büro, wenn der Schlüsselbund verloren oder die Passphrase vergessen ist, und wird nur jetzt gezeigt. Drucken oder speichern Sie ihn, verwahren Sie ihn wie einen Vertrag und tippen Sie dann zwei Gruppen ab.</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Drucken …</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>Wiederherstellungscode</translation>
        </message>
        <message>
            <source>Save as PDF …</source>
            <translation>Als PDF speichern …</translation>
        </message>
        <message>
            <source>Save the recovery code</source>
            <translation>Wiederherstellungscode speichern</translation>
        </message>
        <message>
            <source>Your recovery code</source>
            <translation>Ihr Wiederherstellungscode</translation>
        </message>
    </context>
    <context>
        <name>RecoverySheet</name>
        <message>
            <source>Recovery code of KTS Desktop</source>
            <translation>Wiederherstellungscode von KTS Desktop</translation>
        </message>
        <message>
            <source>This code opens the office when the keyring of the computer is lost or the passphrase is forgotten. Keep this sheet where you keep contracts. Whoever has the code and the files can read everything.</source>
            <translation>Dieser Code öffnet das Büro, wenn der Schlüsselbund des Rechners verloren oder die Passphrase vergessen ist. Verwahren Sie dieses Blatt wie einen Vertrag. Wer den Code und die Dateien hat, kann alles lesen.</translation>
        </message>
    </context>
    <context>
        <name>ReferenceSection</name>
        <message>
            <source>Choose the register file</source>
            <translation>Datei des Gemeindeverzeichnisses wählen</translation>
        </message>
        <message>
            <source>Import the official register (GV100AD) …</source>
            <translation>Amtliches Verzeichnis (GV100AD) einlesen …</translation>
        </message>
        <message>
            <source>Municipalities</source>
            <translation>Kommunen</translation>
        </message>
        <message>
            <source>Municipality directory</source>
            <translation>Gemeindeverzeichnis</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>Nichts wurde eingelesen</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Herkunft</translation>
        </message>
        <message>
            <source>Reading the register</source>
            <translation>Gemeindeverzeichnis wird gelesen</translation>
        </message>
        <message>
            <source>Reference data</source>
            <translation>Stammdaten</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Taking over the register</source>
            <translation>Gemeindeverzeichnis wird übernommen</translation>
        </message>
        <message>
            <source>Territorial status</source>
            <translation>Gebietsstand</translation>
        </message>
        <message>
            <source>The municipality directory is replaced.</source>
            <translation>Das Gemeindeverzeichnis ist ersetzt.</translation>
        </message>
        <message>
            <source>not loaded</source>
            <translation>nicht geladen</translation>
        </message>
    </context>
    <context>
        <name>RegistrationForm</name>
        <message>
            <source>Body of the directory</source>
            <translation>Organisation aus dem Verzeichnis</translation>
        </message>
        <message>
            <source>Body typed in</source>
            <translation>Organisation (eingetippt)</translation>
        </message>
        <message>
            <source>For organisers only; erased 14 days after the event.</source>
            <translation>Nur für die Organisation; wird 14 Tage nach der Veranstaltung gelöscht.</translation>
        </message>
        <message>
            <source>Left open: name and body.</source>
            <translation>Frei gelassen: Name und Organisation.</translation>
        </message>
        <message>
            <source>Left open: now. It decides the place on the waiting list.</source>
            <translation>Frei gelassen: jetzt. Der Zeitpunkt entscheidet über den Platz auf der Warteliste.</translation>
        </message>
        <message>
            <source>Or a name typed in</source>
            <translation>Oder ein eingetippter Name</translation>
        </message>
        <message>
            <source>Person of the directory</source>
            <translation>Person aus dem Verzeichnis</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Bemerkung</translation>
        </message>
        <message>
            <source>Remark on the needs</source>
            <translation>Bemerkung zum Bedarf</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Programmteile</translation>
        </message>
        <message>
            <source>Special needs</source>
            <translation>Unterstützungsbedarf</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Text on the badge</source>
            <translation>Text auf dem Namensschild</translation>
        </message>
        <message>
            <source>Wants no photo taken</source>
            <translation>Möchte nicht fotografiert werden</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message numerus="yes">
            <source>%n quarter(s)</source>
            <translation>
                <numerusform>%n Quartal</numerusform>
                <numerusform>%n Quartale</numerusform>
            </translation>
        </message>
        <message>
            <source>A report as at {0} is kept already and stays; this one counts from now on.</source>
            <translation>Ein Bericht mit Stand {0} ist schon aufbewahrt und bleibt; von nun an gilt dieser.</translation>
        </message>
        <message>
            <source>Counting …</source>
            <translation>Wird gezählt …</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>Folder for the files</source>
            <translation>Ordner für die Dateien</translation>
        </message>
        <message>
            <source>Freeze …</source>
            <translation>Festschreiben …</translation>
        </message>
        <message>
            <source>Frozen reports</source>
            <translation>Festgeschriebene Berichte</translation>
        </message>
        <message>
            <source>No such quarter</source>
            <translation>Kein solches Quartal</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <source>Quarterly report</source>
            <translation>Quartalsbericht</translation>
        </message>
        <message>
            <source>Quarterly report {0}</source>
            <translation>Quartalsbericht {0}</translation>
        </message>
        <message>
            <source>Save workbook</source>
            <translation>Arbeitsmappe speichern</translation>
        </message>
        <message>
            <source>Save workbook …</source>
            <translation>Arbeitsmappe speichern …</translation>
        </message>
        <message>
            <source>Saved: {0}</source>
            <translation>Gespeichert: {0}</translation>
        </message>
        <message>
            <source>The quarter is not over yet: its figures will still change.</source>
            <translation>Das Quartal ist noch nicht zu Ende: seine Zahlen werden sich noch ändern.</translation>
        </message>
        <message>
            <source>The report is kept with its files as it is now. It answers for good what was reported, whatever happens to the records.</source>
            <translation>Der Bericht wird mit seinen Dateien aufbewahrt, wie er jetzt ist. Er sagt für immer, was berichtet wurde, was auch mit den Einträgen geschieht.</translation>
        </message>
        <message>
            <source>Workbooks (*.xlsx)</source>
            <translation>Arbeitsmappen (*.xlsx)</translation>
        </message>
        <message>
            <source>Year or quarter</source>
            <translation>Jahr oder Quartal</translation>
        </message>
    </context>
    <context>
        <name>ReportsPresenter</name>
        <message>
            <source>Freezing the report</source>
            <translation>Bericht wird festgeschrieben</translation>
        </message>
    </context>
    <context>
        <name>SampleBar</name>
        <message>
            <source>Sample data – people and cases are invented</source>
            <translation>Beispieldaten – Personen und Fälle sind erfunden</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n Treffer</numerusform>
                <numerusform>%n Treffer</numerusform>
            </translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>Bodies, people, projects, cases, events, notes and follow-ups, by two letters or more.</source>
            <translation>Organisationen, Personen, Projekte, Fälle, Veranstaltungen, Notizen und Wiedervorlagen, ab zwei Buchstaben.</translation>
        </message>
        <message>
            <source>Hits</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Name, place, number, word of a note …</source>
            <translation>Name, Ort, Nummer, Wort einer Notiz …</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Alles durchsuchen</translation>
        </message>
        <message>
            <source>Try fewer letters or another kind.</source>
            <translation>Versuchen Sie es mit weniger Buchstaben oder einer anderen Art.</translation>
        </message>
    </context>
    <context>
        <name>SessionForm</name>
        <message>
            <source>Begins at</source>
            <translation>Beginn (Uhrzeit)</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Platzzahl</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Ends at</source>
            <translation>Ende (Uhrzeit)</translation>
        </message>
        <message>
            <source>Left open: no limit.</source>
            <translation>Frei gelassen: keine Grenze.</translation>
        </message>
        <message>
            <source>Participants sign up for this session</source>
            <translation>Teilnehmende melden sich zu diesem Programmteil an</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Raum</translation>
        </message>
        <message>
            <source>Speakers</source>
            <translation>Referierende</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
    </context>
    <context>
        <name>SessionsTab</name>
        <message>
            <source>Add session</source>
            <translation>Programmteil hinzufügen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>No sessions yet</source>
            <translation>Noch keine Programmteile</translation>
        </message>
        <message>
            <source>Parts with a time, a room and places of their own, such as parallel workshops.</source>
            <translation>Teile mit eigener Zeit, eigenem Raum und eigenen Plätzen, etwa parallele Werkstätten.</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Programmteile</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>About and sources</source>
            <translation>Über und Quellen</translation>
        </message>
        <message>
            <source>Appearance and language</source>
            <translation>Darstellung und Sprache</translation>
        </message>
        <message>
            <source>Data protection</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Büro</translation>
        </message>
        <message>
            <source>Office file and backups</source>
            <translation>Bürodatei und Sicherungen</translation>
        </message>
        <message>
            <source>Reference data</source>
            <translation>Stammdaten</translation>
        </message>
        <message>
            <source>Sections of the settings</source>
            <translation>Abschnitte der Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>ShellWindow</name>
        <message>
            <source>Opening the office …</source>
            <translation>Das Büro wird geöffnet …</translation>
        </message>
        <message>
            <source>Please save or discard what you have typed first.</source>
            <translation>Bitte speichern oder verwerfen Sie zuerst, was Sie eingegeben haben.</translation>
        </message>
    </context>
    <context>
        <name>ShorteningPane</name>
        <message>
            <source>History of people and bodies</source>
            <translation>Verlauf von Personen und Organisationen</translation>
        </message>
        <message>
            <source>Nothing is too old</source>
            <translation>Nichts ist zu alt</translation>
        </message>
        <message>
            <source>Old values: {values}. Lines of the history: {lines}. Records: {records}. Present values stay. This is final, and the steps concerned can no longer be undone.</source>
            <translation>Frühere Werte: {values}. Zeilen des Verlaufs: {lines}. Einträge: {records}. Die jetzigen Werte bleiben. Das ist endgültig, und die betroffenen Schritte lassen sich nicht mehr rückgängig machen.</translation>
        </message>
        <message>
            <source>Remove for good</source>
            <translation>Endgültig entfernen</translation>
        </message>
        <message>
            <source>Remove what is too old?</source>
            <translation>Entfernen, was zu alt ist?</translation>
        </message>
        <message>
            <source>The history holds nothing that is due.</source>
            <translation>Im Verlauf ist nichts fällig.</translation>
        </message>
        <message>
            <source>What a field of a person or body held before is forgotten after {years} years, and who changed it after {lines}; once a month, by itself. The history of cases and their notes stays as long as the case. The years are set under Office.</source>
            <translation>Was früher in einem Feld einer Person oder Organisation stand, wird nach {years} Jahren vergessen, und wer es geändert hat, nach {lines}; einmal im Monat, von selbst. Der Verlauf von Fällen und ihren Notizen bleibt, solange der Fall bleibt. Die Jahre stehen unter „Büro“.</translation>
        </message>
        <message>
            <source>What is too old? …</source>
            <translation>Was ist zu alt? …</translation>
        </message>
        <message>
            <source>What was too old is removed.</source>
            <translation>Was zu alt war, ist entfernt.</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Menu (F10)</source>
            <translation>Menü (F10)</translation>
        </message>
        <message>
            <source>Navigation</source>
            <translation>Navigation</translation>
        </message>
    </context>
    <context>
        <name>StatesBar</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Saved {time}</source>
            <translation>Gespeichert {time}</translation>
        </message>
    </context>
    <context>
        <name>TaskForm</name>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>For example +14, Fr or 15.1.</source>
            <translation>Zum Beispiel +14, Fr oder 15.1.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
    </context>
    <context>
        <name>TaskLine</name>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Assigned to</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>New task</source>
            <translation>Neue Aufgabe</translation>
        </message>
        <message>
            <source>Please enter what and until when.</source>
            <translation>Bitte geben Sie ein, was bis wann zu tun ist.</translation>
        </message>
    </context>
    <context>
        <name>Thumbnails</name>
        <message>
            <source>Page {0} of {1}</source>
            <translation>Seite {0} von {1}</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n filed case(s) due for disposal</source>
            <translation>
                <numerusform>%n Fall ist zur Aussonderung fällig</numerusform>
                <numerusform>%n Fälle sind zur Aussonderung fällig</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open case(s)</source>
            <translation>
                <numerusform>%n offener Fall</numerusform>
                <numerusform>%n offene Fälle</numerusform>
            </translation>
        </message>
        <message>
            <source>Assign the call</source>
            <translation>Anruf zuordnen</translation>
        </message>
        <message>
            <source>Call not saved</source>
            <translation>Anruf nicht gespeichert</translation>
        </message>
        <message>
            <source>Draft of {0}</source>
            <translation>Entwurf zu {0}</translation>
        </message>
        <message>
            <source>Draft: {0}</source>
            <translation>Entwurf: {0}</translation>
        </message>
        <message>
            <source>Everybody's</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Log a call</source>
            <translation>Anruf festhalten</translation>
        </message>
        <message>
            <source>My day</source>
            <translation>Mein Tag</translation>
        </message>
        <message>
            <source>No call waits to be assigned, and no draft.</source>
            <translation>Kein Anruf wartet auf Zuordnung, und kein Entwurf.</translation>
        </message>
        <message>
            <source>No visit and no event in the next two weeks.</source>
            <translation>Kein Besuch und keine Veranstaltung in den nächsten zwei Wochen.</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Nicht möglich</translation>
        </message>
        <message>
            <source>Show everybody's follow-ups</source>
            <translation>Wiedervorlagen aller anzeigen</translation>
        </message>
        <message>
            <source>Standing in</source>
            <translation>In Vertretung</translation>
        </message>
        <message>
            <source>Visits and events</source>
            <translation>Besuche und Veranstaltungen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>new body</source>
            <translation>neue Organisation</translation>
        </message>
        <message>
            <source>new case</source>
            <translation>neuer Fall</translation>
        </message>
        <message>
            <source>new event</source>
            <translation>neue Veranstaltung</translation>
        </message>
        <message>
            <source>new person</source>
            <translation>neue Person</translation>
        </message>
        <message>
            <source>new project</source>
            <translation>neues Projekt</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>bis {0}</translation>
        </message>
    </context>
    <context>
        <name>UnlockPanel</name>
        <message>
            <source>Another office …</source>
            <translation>Anderes Büro …</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>Datensicherung wählen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open the office</source>
            <translation>Büro öffnen</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Recovery code (eight groups of five characters)</source>
            <translation>Wiederherstellungscode (acht Gruppen zu fünf Zeichen)</translation>
        </message>
        <message>
            <source>Remember on this computer</source>
            <translation>Auf diesem Rechner merken</translation>
        </message>
        <message>
            <source>Restore a backup …</source>
            <translation>Datensicherung wiederherstellen …</translation>
        </message>
        <message>
            <source>The office could not be opened</source>
            <translation>Das Büro konnte nicht geöffnet werden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Use the passphrase</source>
            <translation>Passphrase verwenden</translation>
        </message>
        <message>
            <source>Use the recovery code</source>
            <translation>Wiederherstellungscode verwenden</translation>
        </message>
    </context>
    <context>
        <name>WelcomePanel</name>
        <message>
            <source>Advisory cases, contacts, exchange events and briefing packs, encrypted on this computer.</source>
            <translation>Beratungsfälle, Kontakte, Austauschtermine und Briefing-Mappen, verschlüsselt auf diesem Rechner.</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>Datensicherung wählen</translation>
        </message>
        <message>
            <source>Choose the folder of the office</source>
            <translation>Ordner des Büros wählen</translation>
        </message>
        <message>
            <source>Look around in the demo office</source>
            <translation>Im Beispielbüro umsehen</translation>
        </message>
        <message>
            <source>Open an office on this computer …</source>
            <translation>Ein Büro auf diesem Rechner öffnen …</translation>
        </message>
        <message>
            <source>Restore a backup …</source>
            <translation>Datensicherung wiederherstellen …</translation>
        </message>
        <message>
            <source>Set up a new office</source>
            <translation>Ein neues Büro einrichten</translation>
        </message>
        <message>
            <source>Welcome to KTS Desktop</source>
            <translation>Willkommen bei KTS Desktop</translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <source>Forget what stood there</source>
            <translation>Früheren Wortlaut vergessen</translation>
        </message>
        <message>
            <source>Forget what stood there: {0}</source>
            <translation>Früheren Wortlaut vergessen: {0}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open {0}</source>
            <translation>{0} öffnen</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;About KTS Desktop and its sources</source>
            <translation>&amp;Über KTS Desktop und seine Quellen</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Back up now</source>
            <translation>Jetzt s&amp;ichern</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Find here</source>
            <translation>&amp;Hier suchen</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Vorwärts</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>&amp;Go to …</source>
            <translation>&amp;Gehe zu …</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Help for this area</source>
            <translation>&amp;Hilfe zu diesem Bereich</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>&amp;Größere Schrift</translation>
        </message>
        <message>
            <source>&amp;Lock</source>
            <translation>&amp;Sperren</translation>
        </message>
        <message>
            <source>&amp;New</source>
            <translation>&amp;Neu</translation>
        </message>
        <message>
            <source>&amp;Next pane</source>
            <translation>&amp;Nächster Fensterteil</translation>
        </message>
        <message>
            <source>&amp;Normal text size</source>
            <translation>&amp;Normale Schriftgröße</translation>
        </message>
        <message>
            <source>&amp;Open another office …</source>
            <translation>Anderes Büro ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>&amp;Previous pane</source>
            <translation>Vor&amp;heriger Fensterteil</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>&amp;Drucken …</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>&amp;Aktualisieren</translation>
        </message>
        <message>
            <source>&amp;Search everything</source>
            <translation>&amp;Alles durchsuchen</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>&amp;Kleinere Schrift</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation>Alle &amp;Tasten</translation>
        </message>
        <message>
            <source>Choose a case, an event, a person or a body first; then it can be duplicated.</source>
            <translation>Wählen Sie zuerst einen Fall, eine Veranstaltung, eine Person oder eine Organisation; dann lässt sie sich duplizieren.</translation>
        </message>
        <message>
            <source>Choose an entry first; then it can be deleted.</source>
            <translation>Wählen Sie zuerst einen Eintrag, dann lässt er sich löschen.</translation>
        </message>
        <message>
            <source>Choose an entry first; then it can be edited.</source>
            <translation>Wählen Sie zuerst einen Eintrag, dann lässt er sich bearbeiten.</translation>
        </message>
        <message>
            <source>Choose an entry first; then it can be printed.</source>
            <translation>Wählen Sie zuerst einen Eintrag, dann lässt er sich drucken.</translation>
        </message>
        <message>
            <source>Choose an entry first; then its earlier state can be shown.</source>
            <translation>Bitte zuerst einen Eintrag wählen; dann lässt sich sein früherer Stand zeigen.</translation>
        </message>
        <message>
            <source>Choose columns</source>
            <translation>Spalten wählen</translation>
        </message>
        <message>
            <source>Close, empty the filter, leave editing</source>
            <translation>Schließen, Filter leeren, Bearbeiten verlassen</translation>
        </message>
        <message>
            <source>Du&amp;plicate</source>
            <translation>&amp;Duplizieren</translation>
        </message>
        <message>
            <source>E&amp;arlier state from a backup …</source>
            <translation>Früherer &amp;Stand aus einer Sicherung …</translation>
        </message>
        <message>
            <source>Edit &amp;one field</source>
            <translation>E&amp;in Feld bearbeiten</translation>
        </message>
        <message>
            <source>F&amp;ilter</source>
            <translation>&amp;Filter</translation>
        </message>
        <message>
            <source>In forms</source>
            <translation>In Formularen</translation>
        </message>
        <message>
            <source>In lists</source>
            <translation>In Listen</translation>
        </message>
        <message>
            <source>Log a &amp;call …</source>
            <translation>Anr&amp;uf festhalten …</translation>
        </message>
        <message>
            <source>Next &amp;tab</source>
            <translation>Nächster &amp;Reiter</translation>
        </message>
        <message>
            <source>No entry lies ahead.</source>
            <translation>Davor liegt kein Eintrag.</translation>
        </message>
        <message>
            <source>No entry was visited before.</source>
            <translation>Vorher wurde kein Eintrag besucht.</translation>
        </message>
        <message>
            <source>Nothing can be created in this area.</source>
            <translation>In diesem Bereich lässt sich nichts anlegen.</translation>
        </message>
        <message>
            <source>Open the &amp;menu</source>
            <translation>Das &amp;Menü öffnen</translation>
        </message>
        <message>
            <source>Open the entry</source>
            <translation>Den Eintrag öffnen</translation>
        </message>
        <message>
            <source>P&amp;revious tab</source>
            <translation>Vorheriger R&amp;eiter</translation>
        </message>
        <message>
            <source>Save and leave</source>
            <translation>Speichern und verlassen</translation>
        </message>
        <message>
            <source>Save and stay</source>
            <translation>Speichern und weiterschreiben</translation>
        </message>
        <message>
            <source>Show in &amp;English</source>
            <translation>Auf &amp;Englisch anzeigen</translation>
        </message>
        <message>
            <source>Show in &amp;German</source>
            <translation>Auf &amp;Deutsch anzeigen</translation>
        </message>
        <message>
            <source>Switch light and &amp;dark</source>
            <translation>&amp;Hell und Dunkel wechseln</translation>
        </message>
        <message>
            <source>The last &amp;jobs</source>
            <translation>Die letzten A&amp;rbeiten</translation>
        </message>
        <message>
            <source>The office is not open yet.</source>
            <translation>Das Büro ist noch nicht geöffnet.</translation>
        </message>
        <message>
            <source>There is nothing to filter in this area.</source>
            <translation>In diesem Bereich gibt es nichts zu filtern.</translation>
        </message>
        <message>
            <source>There is nothing to find in this area.</source>
            <translation>In diesem Bereich gibt es nichts zu suchen.</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>Es gibt nichts zu wiederholen.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <source>This area is always up to date.</source>
            <translation>Dieser Bereich ist immer aktuell.</translation>
        </message>
    </context>
    <context>
        <name>cases</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n Min.</numerusform>
                <numerusform>%n Min.</numerusform>
            </translation>
        </message>
        <message>
            <source>Attach to the note: {0}</source>
            <translation>An die Notiz anhängen: {0}</translation>
        </message>
        <message>
            <source>Delete note: {0}</source>
            <translation>Notiz löschen: {0}</translation>
        </message>
        <message>
            <source>Done: {0}</source>
            <translation>Erledigt: {0}</translation>
        </message>
        <message>
            <source>Edit note: {0}</source>
            <translation>Notiz bearbeiten: {0}</translation>
        </message>
        <message>
            <source>Edit: {0}</source>
            <translation>Bearbeiten: {0}</translation>
        </message>
        <message>
            <source>Next step: {0}</source>
            <translation>Nächster Schritt: {0}</translation>
        </message>
        <message>
            <source>Without a body</source>
            <translation>Ohne Organisation</translation>
        </message>
        <message>
            <source>done {0}</source>
            <translation>erledigt {0}</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>heute fällig</translation>
        </message>
        <message>
            <source>due {0}</source>
            <translation>fällig {0}</translation>
        </message>
        <message>
            <source>overdue since {0}</source>
            <translation>überfällig seit {0}</translation>
        </message>
    </context>
    <context>
        <name>contacts</name>
        <message numerus="yes">
            <source>%n open case(s)</source>
            <translation>
                <numerusform>%n offener Fall</numerusform>
                <numerusform>%n offene Fälle</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n Person</numerusform>
                <numerusform>%n Personen</numerusform>
            </translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Budgetary emergency</source>
            <translation>Haushaltsnotlage</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>De-Mail</source>
            <translation>De-Mail</translation>
        </message>
        <message>
            <source>Designation</source>
            <translation>Bezeichnung</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>E-mail, form, by word of mouth</source>
            <translation>E-Mail, Formular, mündlich</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>Fax</source>
            <translation>Fax</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
        <message>
            <source>Front office, extension, Wednesdays only</source>
            <translation>Vorzimmer, Durchwahl, nur mittwochs</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Funktion</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>Erteilt am</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Kind of key</source>
            <translation>Art des Schlüssels</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Beschriftung</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Main post</source>
            <translation>Hauptstelle</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>Mobiltelefon</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Number or address</source>
            <translation>Nummer oder Adresse</translation>
        </message>
        <message>
            <source>Organisational unit</source>
            <translation>Organisationseinheit</translation>
        </message>
        <message>
            <source>Parent body</source>
            <translation>Übergeordnete Organisation</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>Phone numbers are kept as typed.</source>
            <translation>Telefonnummern bleiben, wie sie getippt wurden.</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Postal address</source>
            <translation>Anschrift</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Postleitzahl</translation>
        </message>
        <message>
            <source>Preferred</source>
            <translation>Bevorzugt</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Zweck</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Sitz</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>Kurzname</translation>
        </message>
        <message>
            <source>Size and funding</source>
            <translation>Größe und Förderung</translation>
        </message>
        <message>
            <source>Source of the population</source>
            <translation>Quelle der Einwohnerzahl</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Street or PO box</source>
            <translation>Straße oder Postfach</translation>
        </message>
        <message>
            <source>Successor</source>
            <translation>Nachfolge</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Ort</translation>
        </message>
        <message>
            <source>Type of body</source>
            <translation>Art der Organisation</translation>
        </message>
        <message>
            <source>Version of the text that was agreed to</source>
            <translation>Fassung des Textes, dem zugestimmt wurde</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>Weg</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
        <message>
            <source>Where the declaration lies</source>
            <translation>Wo die Erklärung liegt</translation>
        </message>
        <message>
            <source>With leading zeros: 05114000</source>
            <translation>Mit führender Null: 05114000</translation>
        </message>
        <message>
            <source>Withdrawn on</source>
            <translation>Widerrufen am</translation>
        </message>
        <message>
            <source>Wording</source>
            <translation>Wortlaut</translation>
        </message>
        <message>
            <source>beBPo mailbox</source>
            <translation>beBPo-Postfach</translation>
        </message>
        <message>
            <source>entered as {0}</source>
            <translation>eingetragen als {0}</translation>
        </message>
        <message>
            <source>has left</source>
            <translation>ausgeschieden</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>no body</source>
            <translation>keine Organisation</translation>
        </message>
        <message>
            <source>preferred</source>
            <translation>bevorzugt</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>eingeschränkt</translation>
        </message>
        <message>
            <source>same e-mail</source>
            <translation>gleiche E-Mail</translation>
        </message>
        <message>
            <source>same or similar name</source>
            <translation>gleicher oder ähnlicher Name</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>gleiche Telefonnummer</translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation>seit {0}</translation>
        </message>
        <message>
            <source>undated</source>
            <translation>ohne Datum</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>bis {0}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
    </context>
    <context>
        <name>disposal</name>
        <message>
            <source>Disposed of</source>
            <translation>ausgesondert</translation>
        </message>
        <message>
            <source>Disposing of cases</source>
            <translation>Fälle werden ausgesondert</translation>
        </message>
        <message>
            <source>File number</source>
            <translation>Aktenzeichen</translation>
        </message>
        <message>
            <source>Filed</source>
            <translation>z. d. A.</translation>
        </message>
        <message>
            <source>Kept until</source>
            <translation>aufbewahrt bis</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>vorgeschlagen</translation>
        </message>
        <message>
            <source>due</source>
            <translation>fällig</translation>
        </message>
        <message>
            <source>due since {0}</source>
            <translation>fällig seit {0}</translation>
        </message>
        <message>
            <source>filed on {0}</source>
            <translation>z. d. A. am {0}</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>im Papierkorb</translation>
        </message>
        <message>
            <source>proposed</source>
            <translation>vorgeschlagen</translation>
        </message>
        <message>
            <source>proposed on {0}</source>
            <translation>vorgeschlagen am {0}</translation>
        </message>
    </context>
    <context>
        <name>earlier</name>
        <message>
            <source>Only comes back if you tick it: somebody used a right, or it is sensitive.</source>
            <translation>Kommt nur zurück, wenn Sie es ankreuzen: Jemand hat ein Recht genutzt, oder es ist heikel.</translation>
        </message>
        <message>
            <source>The whole entry</source>
            <translation>Der ganze Eintrag</translation>
        </message>
        <message>
            <source>What it referred to is not there today: the field would become empty.</source>
            <translation>Worauf es verwies, gibt es heute nicht: Das Feld würde leer.</translation>
        </message>
        <message>
            <source>in the bin</source>
            <translation>im Papierkorb</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>nicht da</translation>
        </message>
        <message>
            <source>there</source>
            <translation>da</translation>
        </message>
    </context>
    <context>
        <name>events</name>
        <message numerus="yes">
            <source>%n coming</source>
            <translation>
                <numerusform>%n Zusage</numerusform>
                <numerusform>%n Zusagen</numerusform>
            </translation>
        </message>
        <message>
            <source>Already in the directory? Choose:</source>
            <translation>Schon im Verzeichnis? Bitte wählen:</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>Angekommen</translation>
        </message>
        <message>
            <source>Badge</source>
            <translation>Namensschild</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Plätze</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Bemerkung</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Raum</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Programmteil</translation>
        </message>
        <message>
            <source>Speakers</source>
            <translation>Referierende</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Take {0} of the directory</source>
            <translation>{0} aus dem Verzeichnis nehmen</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>freigegeben</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <source>here {0}</source>
            <translation>hier {0}</translation>
        </message>
        <message>
            <source>no photo</source>
            <translation>kein Foto</translation>
        </message>
        <message>
            <source>printed</source>
            <translation>gedruckt</translation>
        </message>
        <message>
            <source>{0} (deputy for {1})</source>
            <translation>{0} (Vertretung für {1})</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} von {1}</translation>
        </message>
        <message>
            <source>{0} of {1} taken</source>
            <translation>{0} von {1} belegt</translation>
        </message>
        <message>
            <source>{0}, moved up</source>
            <translation>{0}, nachgerückt</translation>
        </message>
        <message>
            <source>{0}, {1} waiting</source>
            <translation>{0}, {1} wartend</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message numerus="yes">
            <source>%n change(s) not confirmed</source>
            <translation>
                <numerusform>%n Änderung nicht bestätigt</numerusform>
                <numerusform>%n Änderungen nicht bestätigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n geändert</numerusform>
                <numerusform>%n geändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dropped, as erased here</source>
            <translation>
                <numerusform>%n verworfen, da hier gelöscht</numerusform>
                <numerusform>%n verworfen, da hier gelöscht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n erased</source>
            <translation>
                <numerusform>%n gelöscht</numerusform>
                <numerusform>%n gelöscht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in conflict</source>
            <translation>
                <numerusform>%n im Konflikt</numerusform>
                <numerusform>%n im Konflikt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already</source>
            <translation>
                <numerusform>%n schon bekannt</numerusform>
                <numerusform>%n schon bekannt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n neu</numerusform>
                <numerusform>%n neu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n own change(s) not yet given out</source>
            <translation>
                <numerusform>%n eigene Änderung noch nicht weitergegeben</numerusform>
                <numerusform>%n eigene Änderungen noch nicht weitergegeben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to the bin</source>
            <translation>
                <numerusform>%n in den Papierkorb</numerusform>
                <numerusform>%n in den Papierkorb</numerusform>
            </translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Papierkorb</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>Wirkung</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>In the package</source>
            <translation>Im Paket</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Datensatz</translation>
        </message>
        <message>
            <source>This laptop</source>
            <translation>Dieses Gerät</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>Konflikt</translation>
        </message>
        <message>
            <source>deleted or kept</source>
            <translation>gelöscht oder behalten</translation>
        </message>
        <message>
            <source>erased</source>
            <translation>gelöscht</translation>
        </message>
        <message>
            <source>never</source>
            <translation>noch nie</translation>
        </message>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>nicht bestätigt</translation>
        </message>
        <message>
            <source>out of the bin</source>
            <translation>aus dem Papierkorb</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>gesendet</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>übernommen</translation>
        </message>
        <message>
            <source>to the bin</source>
            <translation>in den Papierkorb</translation>
        </message>
        <message>
            <source>to {0}</source>
            <translation>an {0}</translation>
        </message>
        <message>
            <source>two values</source>
            <translation>zwei Werte</translation>
        </message>
        <message>
            <source>two wordings</source>
            <translation>zwei Fassungen</translation>
        </message>
        <message>
            <source>unknown sender</source>
            <translation>Absender unbekannt</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
    </context>
    <context>
        <name>fields</name>
        <message numerus="yes">
            <source>%n match(es)</source>
            <translation>
                <numerusform>%n Treffer</numerusform>
                <numerusform>%n Treffer</numerusform>
            </translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Choose {0} from the calendar</source>
            <translation>{0} aus dem Kalender wählen</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Matches</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>Narrow down {0}</source>
            <translation>{0} eingrenzen</translation>
        </message>
        <message>
            <source>Narrow down …</source>
            <translation>Eingrenzen …</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Nächster Monat</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>Kein Treffer</translation>
        </message>
        <message>
            <source>Please choose an entry from the list.</source>
            <translation>Bitte wählen Sie einen Eintrag aus der Liste.</translation>
        </message>
        <message>
            <source>Please enter a day, such as 3.12., +7 or Mon.</source>
            <translation>Bitte geben Sie einen Tag ein, zum Beispiel 3.12., +7 oder Mo.</translation>
        </message>
        <message>
            <source>Please enter a time, such as 9:30.</source>
            <translation>Bitte geben Sie eine Uhrzeit ein, zum Beispiel 9:30.</translation>
        </message>
        <message>
            <source>Please enter a whole number, such as 25.</source>
            <translation>Bitte geben Sie eine ganze Zahl ein, zum Beispiel 25.</translation>
        </message>
        <message>
            <source>Please enter an amount, such as 1.250,00.</source>
            <translation>Bitte geben Sie einen Betrag ein, zum Beispiel 1.250,00.</translation>
        </message>
        <message>
            <source>Please enter both the day and the time.</source>
            <translation>Bitte geben Sie Tag und Uhrzeit ein.</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>Voriger Monat</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>{0} entfernen</translation>
        </message>
        <message>
            <source>{0}, day</source>
            <translation>{0}, Tag</translation>
        </message>
        <message>
            <source>{0}, time</source>
            <translation>{0}, Uhrzeit</translation>
        </message>
    </context>
    <context>
        <name>formats</name>
        <message>
            <source>Today, {0}</source>
            <translation>Heute, {0}</translation>
        </message>
        <message>
            <source>Yesterday, {0}</source>
            <translation>Gestern, {0}</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>{0} min ago</source>
            <translation>vor {0} min</translation>
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Earlier state from a backup …</source>
            <translation>Früherer Stand aus einer Sicherung …</translation>
        </message>
        <message>
            <source>moved to the bin</source>
            <translation>in den Papierkorb gelegt</translation>
        </message>
        <message>
            <source>taken out of the bin</source>
            <translation>aus dem Papierkorb geholt</translation>
        </message>
    </context>
    <context>
        <name>kit</name>
        <message>
            <source>row {0} of {1}</source>
            <translation>Zeile {0} von {1}</translation>
        </message>
    </context>
    <context>
        <name>map</name>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n Ort</numerusform>
                <numerusform>%n Orte</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>packs</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n Seite</numerusform>
                <numerusform>%n Seiten</numerusform>
            </translation>
        </message>
        <message>
            <source>Advisory case</source>
            <translation>Beratungsfall</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Verzeichnis</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Termin</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>Lists and reports of all records</source>
            <translation>Listen und Berichte über alle Einträge</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Record gone</source>
            <translation>Eintrag nicht mehr da</translation>
        </message>
        <message>
            <source>The whole office</source>
            <translation>Das ganze Büro</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>und %n weitere</numerusform>
                <numerusform>und %n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>data changed since</source>
            <translation>Daten seither geändert</translation>
        </message>
        <message>
            <source>data unchanged</source>
            <translation>Daten unverändert</translation>
        </message>
        <message>
            <source>not taken over yet</source>
            <translation>noch nicht übernommen</translation>
        </message>
        <message>
            <source>record gone</source>
            <translation>Eintrag nicht mehr da</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>Advisory cases</source>
            <translation>Beratungsfälle</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>Verzeichnis</translation>
        </message>
        <message>
            <source>Exchange</source>
            <translation>Abgleich</translation>
        </message>
        <message>
            <source>Exchange events</source>
            <translation>Austauschtermine</translation>
        </message>
        <message>
            <source>Municipalities &amp; projects</source>
            <translation>Kommunen &amp; Projekte</translation>
        </message>
        <message>
            <source>My day</source>
            <translation>Mein Tag</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papiere</translation>
        </message>
        <message>
            <source>Quarterly report</source>
            <translation>Quartalsbericht</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Arbeit</translation>
        </message>
    </context>
    <context>
        <name>papers</name>
        <message>
            <source>1 year</source>
            <translation>1 Jahr</translation>
        </message>
        <message>
            <source>10 years</source>
            <translation>10 Jahre</translation>
        </message>
        <message>
            <source>2 years</source>
            <translation>2 Jahre</translation>
        </message>
        <message>
            <source>5 years</source>
            <translation>5 Jahre</translation>
        </message>
        <message>
            <source>6 months</source>
            <translation>6 Monate</translation>
        </message>
        <message>
            <source>70 × 37 mm</source>
            <translation>70 × 37 mm</translation>
        </message>
        <message>
            <source>80 × 50 mm</source>
            <translation>80 × 50 mm</translation>
        </message>
        <message>
            <source>90 × 54 mm</source>
            <translation>90 × 54 mm</translation>
        </message>
        <message>
            <source>99.1 × 38.1 mm</source>
            <translation>99,1 × 38,1 mm</translation>
        </message>
        <message>
            <source>A sheet for each session</source>
            <translation>Eine Liste je Programmpunkt</translation>
        </message>
        <message>
            <source>A6</source>
            <translation>A6</translation>
        </message>
        <message>
            <source>A7 across</source>
            <translation>A7 quer</translation>
        </message>
        <message>
            <source>Advisory cases</source>
            <translation>Beratungsfälle</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>Tagesordnung</translation>
        </message>
        <message>
            <source>Also those who never came</source>
            <translation>Auch wer nie da war</translation>
        </message>
        <message>
            <source>At a glance</source>
            <translation>Auf einen Blick</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <source>Attendance of a series</source>
            <translation>Anwesenheit einer Reihe</translation>
        </message>
        <message>
            <source>Blank rows</source>
            <translation>Leere Zeilen</translation>
        </message>
        <message>
            <source>Bodies</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <source>Briefing pack</source>
            <translation>Briefing-Mappe</translation>
        </message>
        <message>
            <source>Calibration page for label sheets</source>
            <translation>Kalibrierseite für Etikettenbögen</translation>
        </message>
        <message>
            <source>Case file</source>
            <translation>Fallakte</translation>
        </message>
        <message>
            <source>Certificates of participation</source>
            <translation>Teilnahmebescheinigungen</translation>
        </message>
        <message>
            <source>Changed since the last visit</source>
            <translation>Seit dem letzten Besuch geändert</translation>
        </message>
        <message>
            <source>Chronology</source>
            <translation>Chronologie</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Gruß</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <source>Confidentiality line</source>
            <translation>Vertraulichkeitszeile</translation>
        </message>
        <message>
            <source>Contact list</source>
            <translation>Kontaktliste</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>Deckblatt</translation>
        </message>
        <message>
            <source>Dated</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Days ahead</source>
            <translation>Tage im Voraus</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Doors</source>
            <translation>Türen</translation>
        </message>
        <message>
            <source>E-mail addresses</source>
            <translation>E-Mail-Adressen</translation>
        </message>
        <message>
            <source>Enclosures</source>
            <translation>Anlagen</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>Event programme</source>
            <translation>Programm des Termins</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Termine</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Exchange report</source>
            <translation>Austauschbericht</translation>
        </message>
        <message>
            <source>Federal state</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <source>First free place</source>
            <translation>Erster freier Platz</translation>
        </message>
        <message>
            <source>Fold and punch marks</source>
            <translation>Falz- und Lochmarken</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>Wiedervorlagen</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>Handover list</source>
            <translation>Übergabeliste</translation>
        </message>
        <message>
            <source>How to get there</source>
            <translation>Anreise</translation>
        </message>
        <message>
            <source>Key card of this laptop</source>
            <translation>Schlüsselkarte dieses Geräts</translation>
        </message>
        <message>
            <source>Kind of body</source>
            <translation>Art der Stelle</translation>
        </message>
        <message>
            <source>Kind of record</source>
            <translation>Art des Eintrags</translation>
        </message>
        <message>
            <source>Knowledge</source>
            <translation>Wissen</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Large print</source>
            <translation>Großdruck</translation>
        </message>
        <message>
            <source>Leave out counts below 3</source>
            <translation>Zahlen unter 3 weglassen</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Brief</translation>
        </message>
        <message>
            <source>Lines for notes</source>
            <translation>Notizzeilen</translation>
        </message>
        <message>
            <source>Link to take part online</source>
            <translation>Link zur Online-Teilnahme</translation>
        </message>
        <message>
            <source>Look back</source>
            <translation>Rückblick</translation>
        </message>
        <message>
            <source>Mailing labels</source>
            <translation>Adressetiketten</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>Maßnahmen</translation>
        </message>
        <message>
            <source>Minutes (0: as planned)</source>
            <translation>Minuten (0: wie geplant)</translation>
        </message>
        <message>
            <source>Model projects</source>
            <translation>Modellprojekte</translation>
        </message>
        <message>
            <source>Name badges</source>
            <translation>Namensschilder</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>On behalf of the office</source>
            <translation>Im Auftrag</translation>
        </message>
        <message>
            <source>One for each office</source>
            <translation>Eines je Dienststelle</translation>
        </message>
        <message>
            <source>Only those not printed yet</source>
            <translation>Nur noch nicht gedruckte</translation>
        </message>
        <message>
            <source>Open promises</source>
            <translation>Offene Zusagen</translation>
        </message>
        <message>
            <source>Own page of text</source>
            <translation>Eigene Textseite</translation>
        </message>
        <message>
            <source>Own text</source>
            <translation>Eigener Text</translation>
        </message>
        <message>
            <source>Package (number)</source>
            <translation>Paket (Nummer)</translation>
        </message>
        <message>
            <source>Pages a volume</source>
            <translation>Seiten je Band</translation>
        </message>
        <message>
            <source>Pages for notes</source>
            <translation>Notizseiten</translation>
        </message>
        <message>
            <source>Parts begin on the right</source>
            <translation>Teile beginnen rechts</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>People outside</source>
            <translation>Externe</translation>
        </message>
        <message>
            <source>People outside, without names</source>
            <translation>Externe, ohne Namen</translation>
        </message>
        <message>
            <source>People to talk to</source>
            <translation>Ansprechpersonen</translation>
        </message>
        <message>
            <source>Phone numbers</source>
            <translation>Telefonnummern</translation>
        </message>
        <message>
            <source>Profile of the body</source>
            <translation>Profil der Stelle</translation>
        </message>
        <message>
            <source>Project and phases</source>
            <translation>Projekt und Phasen</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>Quartal</translation>
        </message>
        <message>
            <source>Quarterly report</source>
            <translation>Quartalsbericht</translation>
        </message>
        <message>
            <source>Search result on one page</source>
            <translation>Suchergebnis auf einer Seite</translation>
        </message>
        <message>
            <source>Second language</source>
            <translation>Zweite Sprache</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Bogen</translation>
        </message>
        <message>
            <source>Sign-in sheets</source>
            <translation>Unterschriftenlisten</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Unterzeichnet von</translation>
        </message>
        <message>
            <source>Similar municipalities</source>
            <translation>Vergleichbare Kommunen</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>Sortiert nach</translation>
        </message>
        <message>
            <source>Sorted by postcode</source>
            <translation>Nach Postleitzahl sortiert</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Table signs</source>
            <translation>Tischschilder</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Text of the letter</source>
            <translation>Brieftext</translation>
        </message>
        <message>
            <source>Those on the stage</source>
            <translation>Personen auf dem Podium</translation>
        </message>
        <message>
            <source>Travel</source>
            <translation>Anreise</translation>
        </message>
        <message>
            <source>Us alone</source>
            <translation>Nur für uns</translation>
        </message>
        <message>
            <source>With QR code</source>
            <translation>Mit QR-Code</translation>
        </message>
        <message>
            <source>With all changes</source>
            <translation>Mit allen Änderungen</translation>
        </message>
        <message>
            <source>With charts</source>
            <translation>Mit Diagrammen</translation>
        </message>
        <message>
            <source>With topics</source>
            <translation>Mit Themen</translation>
        </message>
        <message>
            <source>Without colour</source>
            <translation>Ohne Farbe</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
        <message>
            <source>Your letter of</source>
            <translation>Ihre Nachricht vom</translation>
        </message>
        <message>
            <source>Your reference</source>
            <translation>Ihr Zeichen</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>body</source>
            <translation>Stelle</translation>
        </message>
        <message>
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
    </context>
    <context>
        <name>projects</name>
        <message>
            <source>Adviser</source>
            <translation>Beraterin oder Berater</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Betrag</translation>
        </message>
        <message>
            <source>Area in hectares</source>
            <translation>Fläche in Hektar</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Budgetary emergency: federal share 90 %</source>
            <translation>Haushaltsnotlage: Bundesanteil 90 %</translation>
        </message>
        <message>
            <source>Charter guidelines</source>
            <translation>Leitlinien der Charta</translation>
        </message>
        <message>
            <source>Cohort</source>
            <translation>Staffel</translation>
        </message>
        <message>
            <source>Cohort {0}</source>
            <translation>Staffel {0}</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Cost to a municipality that takes it over</source>
            <translation>Kosten für eine Kommune, die sie übernimmt</translation>
        </message>
        <message>
            <source>Country, two letters</source>
            <translation>Land, zwei Buchstaben</translation>
        </message>
        <message>
            <source>Designation</source>
            <translation>Bezeichnung</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Kreis</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>Durability</source>
            <translation>Verstetigung</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Einstieg</translation>
        </message>
        <message>
            <source>Federal states</source>
            <translation>Bundesländer</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Handlungsfelder</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>Form of advice</source>
            <translation>Beratungsform</translation>
        </message>
        <message>
            <source>In the office</source>
            <translation>Im Büro</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Kind of amount</source>
            <translation>Art des Betrags</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Mitglied</translation>
        </message>
        <message>
            <source>Milestone</source>
            <translation>Meilenstein</translation>
        </message>
        <message>
            <source>Model project</source>
            <translation>Modellprojekt</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name the project uses</source>
            <translation>Name, den das Projekt verwendet</translation>
        </message>
        <message>
            <source>Note on the phases</source>
            <translation>Anmerkung zu den Phasen</translation>
        </message>
        <message>
            <source>Open source</source>
            <translation>Open Source</translation>
        </message>
        <message>
            <source>Our number</source>
            <translation>Unsere Nummer</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Phases: year, month or day; they may overlap</source>
            <translation>Phasen: Jahr, Monat oder Tag; sie dürfen sich überschneiden</translation>
        </message>
        <message>
            <source>Population</source>
            <translation>Einwohnerzahl</translation>
        </message>
        <message>
            <source>Population as of</source>
            <translation>Einwohnerzahl, Stand</translation>
        </message>
        <message>
            <source>Reached on</source>
            <translation>Erreicht am</translation>
        </message>
        <message>
            <source>Reason for durability</source>
            <translation>Begründung der Verstetigung</translation>
        </message>
        <message>
            <source>Reason for transferability</source>
            <translation>Begründung der Übertragbarkeit</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>Eingang über</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Eingang am</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemerkungen</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>Sitz</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>Kurzname</translation>
        </message>
        <message>
            <source>Size category</source>
            <translation>Größenkategorie</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Source of the population</source>
            <translation>Quelle der Einwohnerzahl</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Bundesland</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>Strategie</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Kurzfassung</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Themen</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Title as announced</source>
            <translation>Titel wie angekündigt</translation>
        </message>
        <message>
            <source>Told by an official notice</source>
            <translation>Durch Bescheid mitgeteilt</translation>
        </message>
        <message>
            <source>Transferability</source>
            <translation>Übertragbarkeit</translation>
        </message>
        <message>
            <source>Type of body</source>
            <translation>Art der Organisation</translation>
        </message>
        <message>
            <source>Vision</source>
            <translation>Leitbild</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
        <message>
            <source>What it needs</source>
            <translation>Was nötig ist</translation>
        </message>
        <message>
            <source>Wording, remarks</source>
            <translation>Wortlaut, Bemerkungen</translation>
        </message>
        <message>
            <source>Working title</source>
            <translation>Arbeitstitel</translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation>ab {0}</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>undated</source>
            <translation>ohne Datum</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>bis {0}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>{0} inhabitants</source>
            <translation>{0} Einwohner</translation>
        </message>
        <message>
            <source>{0}, from</source>
            <translation>{0}, von</translation>
        </message>
        <message>
            <source>{0}, until</source>
            <translation>{0}, bis</translation>
        </message>
    </context>
    <context>
        <name>reports</name>
        <message>
            <source>as at {0}</source>
            <translation>Stand {0}</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>festgeschrieben</translation>
        </message>
        <message>
            <source>not frozen</source>
            <translation>nicht festgeschrieben</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
    </context>
    <context>
        <name>search</name>
        <message>
            <source>Advisory case</source>
            <translation>Beratungsfall</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Veranstaltung</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>In the municipality directory</source>
            <translation>Im Gemeindeverzeichnis</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Maßnahme</translation>
        </message>
        <message>
            <source>Model project</source>
            <translation>Modellprojekt</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Appearance</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Lock after minutes without a key (0: never)</source>
            <translation>Sperren nach Minuten ohne Eingabe (0: nie)</translation>
        </message>
        <message>
            <source>Text size in percent</source>
            <translation>Schriftgröße in Prozent</translation>
        </message>
    </context>
    <context>
        <name>telling</name>
        <message>
            <source>Draft of {0} restored.</source>
            <translation>Entwurf vom {0} wiederhergestellt.</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Nicht möglich</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n Tag überfällig</numerusform>
                <numerusform>%n Tage überfällig</numerusform>
            </translation>
        </message>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n Tag</numerusform>
                <numerusform>in %n Tagen</numerusform>
            </translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
    </context>
    <context>
        <name>zones</name>
        <message>
            <source>Athens</source>
            <translation>Athen</translation>
        </message>
        <message>
            <source>Berlin</source>
            <translation>Berlin</translation>
        </message>
        <message>
            <source>Kolkata</source>
            <translation>Kalkutta</translation>
        </message>
        <message>
            <source>Kyiv</source>
            <translation>Kyjiw</translation>
        </message>
        <message>
            <source>Lima</source>
            <translation>Lima</translation>
        </message>
        <message>
            <source>Lisbon</source>
            <translation>Lissabon</translation>
        </message>
        <message>
            <source>London</source>
            <translation>London</translation>
        </message>
        <message>
            <source>Mexico City</source>
            <translation>Mexiko-Stadt</translation>
        </message>
        <message>
            <source>New York</source>
            <translation>New York</translation>
        </message>
        <message>
            <source>São Paulo</source>
            <translation>São Paulo</translation>
        </message>
        <message>
            <source>UTC</source>
            <translation>UTC</translation>
        </message>
    </context>
</TS>