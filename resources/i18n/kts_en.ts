<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en">
    <context>
        <name>BackupBar</name>
        <message numerus="yes">
            <source>No checked backup for %n day(s).</source>
            <translation>
                <numerusform>No checked backup for %n day.</numerusform>
                <numerusform>No checked backup for %n days.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BulkBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangePostDialog</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChosenBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ColleaguesPane</name>
        <message numerus="yes">
            <source>%n colleague laptop(s)</source>
            <translation>
                <numerusform>%n colleague laptop</numerusform>
                <numerusform>%n colleague laptops</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictsPane</name>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflict</numerusform>
                <numerusform>%n conflicts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DisposalLogPane</name>
        <message numerus="yes">
            <source>%n case(s) disposed of</source>
            <translation>
                <numerusform>%n case disposed of</numerusform>
                <numerusform>%n cases disposed of</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DisposalPane</name>
        <message numerus="yes">
            <source>%n case(s) disposed of and logged.</source>
            <translation>
                <numerusform>%n case disposed of and logged.</numerusform>
                <numerusform>%n cases disposed of and logged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) due</source>
            <translation>
                <numerusform>%n case due</numerusform>
                <numerusform>%n cases due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s)</source>
            <translation>
                <numerusform>%n follow-up</numerusform>
                <numerusform>%n follow-ups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n proposed</source>
            <translation>
                <numerusform>%n proposed</numerusform>
                <numerusform>%n proposed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Dispose of %n case(s) for good?</source>
            <translation>
                <numerusform>Dispose of %n case for good?</numerusform>
                <numerusform>Dispose of %n cases for good?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You proposed %n of them yourself: best let somebody else approve.</source>
            <translation>
                <numerusform>You proposed %n of them yourself: best let somebody else approve.</numerusform>
                <numerusform>You proposed %n of them yourself: best let somebody else approve.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DuplicatesDialog</name>
        <message numerus="yes">
            <source>%n pair(s) decided.</source>
            <translation>
                <numerusform>%n pair decided.</numerusform>
                <numerusform>%n pairs decided.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EarlierDialog</name>
        <message numerus="yes">
            <source>%n change(s) taken over from the backup; Undo takes them back.</source>
            <translation>
                <numerusform>%n change taken over from the backup; Undo takes it back.</numerusform>
                <numerusform>%n changes taken over from the backup; Undo takes them back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n difference</numerusform>
                <numerusform>%n differences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n part(s) were added since; they stay as they are.</source>
            <translation>
                <numerusform>%n part was added since; it stays as it is.</numerusform>
                <numerusform>%n parts were added since; they stay as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take over (%n)</source>
            <translation>
                <numerusform>Take over (%n)</numerusform>
                <numerusform>Take over (%n)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EventsPane</name>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FiguresView</name>
        <message numerus="yes">
            <source>%n figure(s) of {0} are counted otherwise today than they were reported.</source>
            <translation>
                <numerusform>%n figure of {0} is counted otherwise today than it was reported.</numerusform>
                <numerusform>%n figures of {0} are counted otherwise today than they were reported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reported as at {0}; %n figure(s) are counted otherwise today.</source>
            <translation>
                <numerusform>Reported as at {0}; %n figure is counted otherwise today.</numerusform>
                <numerusform>Reported as at {0}; %n figures are counted otherwise today.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ManyDialog</name>
        <message numerus="yes">
            <source>%n body(ies) found</source>
            <translation>
                <numerusform>%n body found</numerusform>
                <numerusform>%n bodies found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ManyResultDialog</name>
        <message numerus="yes">
            <source>%n printed</source>
            <translation>
                <numerusform>%n printed</numerusform>
                <numerusform>%n printed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n skipped</source>
            <translation>
                <numerusform>%n skipped</numerusform>
                <numerusform>%n skipped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MapPane</name>
        <message numerus="yes">
            <source>%n model project(s)</source>
            <translation>
                <numerusform>%n model project</numerusform>
                <numerusform>%n model projects</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PackagesPane</name>
        <message numerus="yes">
            <source>%n field(s) stay, as somebody has changed them since.</source>
            <translation>
                <numerusform>%n field stays, as somebody has changed it since.</numerusform>
                <numerusform>%n fields stay, as somebody has changed them since.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n package(s)</source>
            <translation>
                <numerusform>%n package</numerusform>
                <numerusform>%n packages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) get back the values from before this package.</source>
            <translation>
                <numerusform>%n record gets back the values from before this package.</numerusform>
                <numerusform>%n records get back the values from before this package.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) in conflict wait for you.</source>
            <translation>
                <numerusform>%n record in conflict waits for you.</numerusform>
                <numerusform>%n records in conflict wait for you.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PacksPage</name>
        <message numerus="yes">
            <source>%n match(es)</source>
            <translation>
                <numerusform>%n match</numerusform>
                <numerusform>%n matches</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) printed</source>
            <translation>
                <numerusform>%n paper printed</numerusform>
                <numerusform>%n papers printed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlacesPane</name>
        <message numerus="yes">
            <source>%n body(ies) moved to the bin</source>
            <translation>
                <numerusform>%n body moved to the bin</numerusform>
                <numerusform>%n bodies moved to the bin</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProjectsPane</name>
        <message numerus="yes">
            <source>%n model project(s)</source>
            <translation>
                <numerusform>%n model project</numerusform>
                <numerusform>%n model projects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n model project(s) moved to the bin</source>
            <translation>
                <numerusform>%n model project moved to the bin</numerusform>
                <numerusform>%n model projects moved to the bin</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message numerus="yes">
            <source>%n quarter(s)</source>
            <translation>
                <numerusform>%n quarter</numerusform>
                <numerusform>%n quarters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n filed case(s) due for disposal</source>
            <translation>
                <numerusform>%n filed case is due for disposal</numerusform>
                <numerusform>%n filed cases are due for disposal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open case(s)</source>
            <translation>
                <numerusform>%n open case</numerusform>
                <numerusform>%n open cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>cases</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>contacts</name>
        <message numerus="yes">
            <source>%n open case(s)</source>
            <translation>
                <numerusform>%n open case</numerusform>
                <numerusform>%n open cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>events</name>
        <message numerus="yes">
            <source>%n coming</source>
            <translation>
                <numerusform>%n coming</numerusform>
                <numerusform>%n coming</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message numerus="yes">
            <source>%n change(s) not confirmed</source>
            <translation>
                <numerusform>%n change not confirmed</numerusform>
                <numerusform>%n changes not confirmed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dropped, as erased here</source>
            <translation>
                <numerusform>%n dropped, as erased here</numerusform>
                <numerusform>%n dropped, as erased here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n erased</source>
            <translation>
                <numerusform>%n erased</numerusform>
                <numerusform>%n erased</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in conflict</source>
            <translation>
                <numerusform>%n in conflict</numerusform>
                <numerusform>%n in conflict</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known already</source>
            <translation>
                <numerusform>%n known already</numerusform>
                <numerusform>%n known already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n own change(s) not yet given out</source>
            <translation>
                <numerusform>%n own change not yet given out</numerusform>
                <numerusform>%n own changes not yet given out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to the bin</source>
            <translation>
                <numerusform>%n to the bin</numerusform>
                <numerusform>%n to the bin</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>fields</name>
        <message numerus="yes">
            <source>%n match(es)</source>
            <translation>
                <numerusform>%n match</numerusform>
                <numerusform>%n matches</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>map</name>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>packs</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
    </context>
</TS>