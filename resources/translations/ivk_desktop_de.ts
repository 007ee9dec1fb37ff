<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>Licences…</source>
            <translation>Lizenzen…</translation>
        </message>
        <message>
            <source>MIT licence. Not affiliated with InvokeAI or the makers of other servers.</source>
            <translation>MIT-Lizenz. Keine Verbindung zu InvokeAI oder den Herstellern anderer Server.</translation>
        </message>
        <message>
            <source>Qt {version} is used, unmodified, under the GNU Lesser General Public License, version 3. Its libraries are separate files, which you may replace by your own build. Licences shows the rest.</source>
            <translation>Qt {version} wird unverändert unter der GNU Lesser General Public License, Version 3, benutzt. Seine Bibliotheken sind eigene Dateien, die Sie durch selbst gebaute ersetzen dürfen. Alles Weitere steht unter Lizenzen.</translation>
        </message>
        <message>
            <source>Watches servers that generate images, and submits their workflows.</source>
            <translation>Beobachtet Server, die Bilder erzeugen, und schickt ihnen Workflows.</translation>
        </message>
    </context>
    <context>
        <name>AddressPage</name>
        <message>
            <source>/models/portrait.safetensors or https://…</source>
            <translation>/models/portrait.safetensors oder https://…</translation>
        </message>
        <message>
            <source>A file or folder that the server can read, or the address of a model file. Drop a file here for its path: the server has to see it under the same path.</source>
            <translation>Eine Datei oder ein Ordner, den der Server lesen kann, oder die Adresse einer Modelldatei. Legen Sie eine Datei hier ab, um ihren Pfad zu übernehmen: Der Server muss sie unter demselben Pfad sehen.</translation>
        </message>
        <message>
            <source>Else the server moves it into its own models folder</source>
            <translation>Sonst verschiebt der Server sie in seinen eigenen Modellordner</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>Leave the file where it is</source>
            <translation>Die Datei dort lassen, wo sie ist</translation>
        </message>
        <message>
            <source>Path or address</source>
            <translation>Pfad oder Adresse</translation>
        </message>
    </context>
    <context>
        <name>AgainDialog</name>
        <message>
            <source>&amp;With another</source>
            <translation>&amp;Mit einem weiteren</translation>
        </message>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Invoke</source>
            <translation>Invoke</translation>
        </message>
        <message>
            <source>Invoke {items}</source>
            <translation>Invoke {items}</translation>
        </message>
        <message>
            <source>No values yet</source>
            <translation>Noch keine Werte</translation>
        </message>
        <message>
            <source>Open in the form</source>
            <translation>Im Formular öffnen</translation>
        </message>
        <message>
            <source>Random seed</source>
            <translation>Zufälliger Seed</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
        <message>
            <source>{winners}, 1 value: {items}</source>
            <translation>{winners}, 1 Wert: {items}</translation>
        </message>
        <message>
            <source>{winners}, {count} values: {items}</source>
            <translation>{winners}, {count} Werte: {items}</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Appearance</source>
            <translation>Erscheinungsbild</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>As the theme</source>
            <translation>Wie das Design</translation>
        </message>
        <message>
            <source>Busy bars stand still.</source>
            <translation>Laufende Balken stehen still.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Font</source>
            <translation>Schrift</translation>
        </message>
        <message>
            <source>Ground behind pictures</source>
            <translation>Hintergrund der Bilder</translation>
        </message>
        <message>
            <source>Inter</source>
            <translation>Inter</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Less motion</source>
            <translation>Weniger Bewegung</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Middle</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>The language changes with the next start.</source>
            <translation>Die Sprache wechselt mit dem nächsten Start.</translation>
        </message>
        <message>
            <source>The system's</source>
            <translation>Die des Systems</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Design</translation>
        </message>
    </context>
    <context>
        <name>BoardBar</name>
        <message>
            <source>Assets</source>
            <translation>Assets</translation>
        </message>
        <message>
            <source>Filter pictures…</source>
            <translation>Bilder filtern…</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Images or assets</source>
            <translation>Bilder oder Assets</translation>
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
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Rated first</source>
            <translation>Bewertete zuerst</translation>
        </message>
        <message>
            <source>Search prompts and metadata</source>
            <translation>Prompts und Metadaten durchsuchen</translation>
        </message>
        <message>
            <source>Starred first</source>
            <translation>Mit Stern zuerst</translation>
        </message>
        <message>
            <source>Upload pictures to this board…</source>
            <translation>Bilder auf dieses Board hochladen…</translation>
        </message>
        <message>
            <source>Words, and filters: model:sdxl lora:ink prompt:fox seed:123 size:1024x768
rating:&gt;=4 tag:keep starred board:cats after:2026-01 before:2026-03-18
A minus turns one round, quotes keep words together.</source>
            <translation>Wörter und Filter: model:sdxl lora:ink prompt:fuchs seed:123 size:1024x768
rating:&gt;=4 tag:behalten starred board:katzen after:2026-01 before:2026-03-18
Ein Minus kehrt einen um, Anführungszeichen halten Wörter zusammen.</translation>
        </message>
        <message>
            <source>{chosen} of {total}</source>
            <translation>{chosen} von {total}</translation>
        </message>
        <message>
            <source>{chosen} of {total} pictures are chosen</source>
            <translation>{chosen} von {total} Bildern ausgewählt</translation>
        </message>
    </context>
    <context>
        <name>BoardEditor</name>
        <message>
            <source>Auto</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Auto (the board below)</source>
            <translation>Automatisch (das Board unten)</translation>
        </message>
        <message>
            <source>None (Uncategorized)</source>
            <translation>Keines (ohne Kategorie)</translation>
        </message>
        <message>
            <source>{board} (not on the server)</source>
            <translation>{board} (nicht auf dem Server)</translation>
        </message>
    </context>
    <context>
        <name>BoardMenu</name>
        <message>
            <source>Archive</source>
            <translation>Archivieren</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Download as zip…</source>
            <translation>Als Zip herunterladen…</translation>
        </message>
        <message>
            <source>New board…</source>
            <translation>Neues Board…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>Privat</translation>
        </message>
        <message>
            <source>Public: others add to it</source>
            <translation>Öffentlich: andere fügen hinzu</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Send new results here</source>
            <translation>Neue Ergebnisse hierher</translation>
        </message>
        <message>
            <source>Shared: others see it</source>
            <translation>Geteilt: andere sehen es</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>Aus dem Archiv holen</translation>
        </message>
        <message>
            <source>Upload pictures…</source>
            <translation>Bilder hochladen…</translation>
        </message>
        <message>
            <source>Visible for</source>
            <translation>Sichtbar für</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>No assets on this board yet. Drop picture files on it to upload them.</source>
            <translation>Noch keine Assets auf diesem Board. Legen Sie Bilddateien darauf ab, um sie hochzuladen.</translation>
        </message>
        <message>
            <source>No picture matches the search.</source>
            <translation>Kein Bild passt zur Suche.</translation>
        </message>
        <message>
            <source>No picture of this board matches the search.</source>
            <translation>Kein Bild dieses Boards passt zur Suche.</translation>
        </message>
        <message>
            <source>No pictures on this board yet.</source>
            <translation>Noch keine Bilder auf diesem Board.</translation>
        </message>
        <message>
            <source>from the local index</source>
            <translation>aus dem lokalen Index</translation>
        </message>
    </context>
    <context>
        <name>BoardPicturesDialog</name>
        <message>
            <source>Add picture</source>
            <translation>Bild hinzufügen</translation>
        </message>
        <message>
            <source>Assets</source>
            <translation>Assets</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Images or assets</source>
            <translation>Bilder oder Assets</translation>
        </message>
        <message>
            <source>Pick from a board</source>
            <translation>Von einem Board wählen</translation>
        </message>
        <message>
            <source>This board has no assets.</source>
            <translation>Dieses Board hat keine Assets.</translation>
        </message>
        <message>
            <source>This board has no images.</source>
            <translation>Dieses Board hat keine Bilder.</translation>
        </message>
        <message>
            <source>This board has no videos.</source>
            <translation>Dieses Board hat keine Videos.</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>Ohne Kategorie</translation>
        </message>
        <message>
            <source>Use picture</source>
            <translation>Bild verwenden</translation>
        </message>
        <message>
            <source>Use video</source>
            <translation>Video verwenden</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>Videos</translation>
        </message>
        <message>
            <source>{count} picture</source>
            <translation>{count} Bild</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{count} video</source>
            <translation>{count} Video</translation>
        </message>
        <message>
            <source>{count} videos</source>
            <translation>{count} Videos</translation>
        </message>
    </context>
    <context>
        <name>CachesPage</name>
        <message>
            <source>Caches</source>
            <translation>Zwischenspeicher</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Clear: {name}</source>
            <translation>Leeren: {name}</translation>
        </message>
        <message>
            <source>Clearing</source>
            <translation>Wird geleert</translation>
        </message>
        <message>
            <source>For searches. Made again with the next connection; ratings and tags stay.</source>
            <translation>Für Suchen. Wird mit der nächsten Verbindung neu angelegt; Bewertungen und Tags bleiben.</translation>
        </message>
        <message>
            <source>Index of pictures</source>
            <translation>Bilderindex</translation>
        </message>
        <message>
            <source>Kept to be faster</source>
            <translation>Aufbewahrt, damit es schneller geht</translation>
        </message>
        <message>
            <source>Node templates</source>
            <translation>Knotenvorlagen</translation>
        </message>
        <message>
            <source>Read again with the next connection.</source>
            <translation>Werden mit der nächsten Verbindung neu gelesen.</translation>
        </message>
        <message>
            <source>Read from the server again when they are shown.</source>
            <translation>Werden erneut vom Server gelesen, wenn sie zu sehen sind.</translation>
        </message>
        <message>
            <source>Thumbnails</source>
            <translation>Vorschaubilder</translation>
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message>
            <source>Built-in</source>
            <translation>Eingebaut</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>Geteilt</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>opened {ago}</source>
            <translation>geöffnet {ago}</translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message>
            <source>Workflows</source>
            <translation>Workflows</translation>
        </message>
    </context>
    <context>
        <name>CellMarks</name>
        <message>
            <source>Rating: {rating} of 5</source>
            <translation>Bewertung: {rating} von 5</translation>
        </message>
        <message>
            <source>Tags: {tags}</source>
            <translation>Tags: {tags}</translation>
        </message>
    </context>
    <context>
        <name>ChoiceEditor</name>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>There are no choices</source>
            <translation>Es gibt keine Auswahl</translation>
        </message>
        <message>
            <source>{value} (not offered)</source>
            <translation>{value} (nicht angeboten)</translation>
        </message>
    </context>
    <context>
        <name>ChoicePage</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>Install {count}</source>
            <translation>{count} installieren</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Wird nachgesehen…</translation>
        </message>
    </context>
    <context>
        <name>ClockBlock</name>
        <message>
            <source>All work</source>
            <translation>Alle Arbeit</translation>
        </message>
        <message>
            <source>No server is shown</source>
            <translation>Kein Server wird gezeigt</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <source>click one to show it</source>
            <translation>ein Klick auf einen zeigt ihn</translation>
        </message>
        <message>
            <source>sign in to see what runs</source>
            <translation>melden Sie sich an, um zu sehen, was läuft</translation>
        </message>
    </context>
    <context>
        <name>ColorEditor</name>
        <message>
            <source>Pick a color</source>
            <translation>Farbe wählen</translation>
        </message>
        <message>
            <source>{label}: pick a color</source>
            <translation>{label}: Farbe wählen</translation>
        </message>
    </context>
    <context>
        <name>ColumnsDialog</name>
        <message>
            <source>&amp;Usual columns</source>
            <translation>&amp;Übliche Spalten</translation>
        </message>
        <message>
            <source>Always shown</source>
            <translation>Immer sichtbar</translation>
        </message>
        <message>
            <source>Checked columns are shown, the first one at the left.</source>
            <translation>Angekreuzte Spalten werden gezeigt, die erste ganz links.</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <source>Columns from left to right</source>
            <translation>Spalten von links nach rechts</translation>
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation>Nach &amp;links</translation>
        </message>
        <message>
            <source>Move &amp;right</source>
            <translation>Nach &amp;rechts</translation>
        </message>
    </context>
    <context>
        <name>ComboParameter</name>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
    </context>
    <context>
        <name>CommandConsent</name>
        <message>
            <source>Allow</source>
            <translation>Erlauben</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Do not allow</source>
            <translation>Nicht erlauben</translation>
        </message>
        <message>
            <source>Each time when all work is done, this command runs with your rights, as if you had typed it. Allow it only if you know what it does.</source>
            <translation>Jedes Mal, wenn alle Arbeit fertig ist, läuft dieser Befehl mit Ihren Rechten, als hätten Sie ihn selbst eingegeben. Erlauben Sie ihn nur, wenn Sie wissen, was er tut.</translation>
        </message>
        <message>
            <source>Run this command?</source>
            <translation>Diesen Befehl ausführen?</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Find or do…</source>
            <translation>Suchen oder ausführen…</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>Was passt</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>{count} gefunden</translation>
        </message>
    </context>
    <context>
        <name>ComparePane</name>
        <message>
            <source>Compare without this one</source>
            <translation>Ohne dieses vergleichen</translation>
        </message>
        <message>
            <source>Picture {letter}: {title}</source>
            <translation>Bild {letter}: {title}</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Both pictures, with a slider between them</source>
            <translation>Beide Bilder mit einem Schieber dazwischen</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Unterschied</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>Slider</source>
            <translation>Schieber</translation>
        </message>
        <message>
            <source>Zoom together</source>
            <translation>Gemeinsam zoomen</translation>
        </message>
    </context>
    <context>
        <name>CompareWindow</name>
        <message>
            <source>All inputs are the same.</source>
            <translation>Alle Eingaben sind gleich.</translation>
        </message>
        <message>
            <source>Also what is the same</source>
            <translation>Auch das, was gleich ist</translation>
        </message>
        <message>
            <source>Compare {left} with {right}</source>
            <translation>{left} mit {right} vergleichen</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Inputs of both items</source>
            <translation>Eingaben beider Elemente</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Item {id}, one of {count}</source>
            <translation>Element {id}, eines von {count}</translation>
        </message>
        <message>
            <source>No such input</source>
            <translation>Keine solche Eingabe</translation>
        </message>
        <message>
            <source>One of these items has no inputs that can be read.</source>
            <translation>Eines dieser Elemente hat keine lesbaren Eingaben.</translation>
        </message>
        <message>
            <source>{count} of {total} inputs differ.</source>
            <translation>{count} von {total} Eingaben sind verschieden.</translation>
        </message>
    </context>
    <context>
        <name>Connections</name>
        <message>
            <source>Demo</source>
            <translation>Demo</translation>
        </message>
        <message>
            <source>Recording: {file}</source>
            <translation>Aufzeichnung: {file}</translation>
        </message>
    </context>
    <context>
        <name>ConnectionsPage</name>
        <message>
            <source>AUTOMATIC1111 and its kin, DiffuGen, LoRA Manager and inference.sh while nothing runs; InvokeAI only where live updates are not to be had. Less often spares a server, and shows later what others do there.</source>
            <translation>AUTOMATIC1111 und seine Verwandten, DiffuGen, LoRA Manager und inference.sh, solange dort nichts läuft; InvokeAI nur, wo Live-Aktualisierungen nicht zu haben sind. Seltener schont einen Server und zeigt später, was andere dort tun.</translation>
        </message>
        <message>
            <source>Ask them</source>
            <translation>Nachfragen</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>Verbindungen</translation>
        </message>
        <message>
            <source>Every {n} s</source>
            <translation>Alle {n} s</translation>
        </message>
        <message>
            <source>Servers that do not tell by themselves what happens</source>
            <translation>Server, die nicht von selbst melden, was geschieht</translation>
        </message>
    </context>
    <context>
        <name>ContextBook</name>
        <message>
            <source>{duration}, done at {clock}</source>
            <translation>{duration}, fertig um {clock}</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>DesktopPage</name>
        <message>
            <source>A command line</source>
            <translation>Eine Befehlszeile</translation>
        </message>
        <message>
            <source>Allow…</source>
            <translation>Erlauben…</translation>
        </message>
        <message>
            <source>As a bar in the taskbar or dock</source>
            <translation>Als Balken in der Taskleiste oder im Dock</translation>
        </message>
        <message>
            <source>As a number on the application's icon</source>
            <translation>Als Zahl am Symbol der Anwendung</translation>
        </message>
        <message>
            <source>As an icon in the tray</source>
            <translation>Als Symbol im Infobereich</translation>
        </message>
        <message>
            <source>Closing the window hides it there</source>
            <translation>Schließen des Fensters verbirgt es dort</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Desktop</source>
            <translation>Desktop</translation>
        </message>
        <message>
            <source>Do nothing</source>
            <translation>Nichts tun</translation>
        </message>
        <message>
            <source>How far the work is</source>
            <translation>Wie weit die Arbeit ist</translation>
        </message>
        <message>
            <source>In the title of the window</source>
            <translation>Im Titel des Fensters</translation>
        </message>
        <message>
            <source>It does not run before you have allowed it.</source>
            <translation>Er läuft erst, wenn Sie ihn erlaubt haben.</translation>
        </message>
        <message>
            <source>It runs 10 s after the last item has ended, unless you stop it.</source>
            <translation>Er läuft 10 s nach dem Ende des letzten Elements, wenn Sie ihn nicht anhalten.</translation>
        </message>
        <message>
            <source>Keep this computer awake</source>
            <translation>Diesen Computer wach halten</translation>
        </message>
        <message>
            <source>Run a command</source>
            <translation>Einen Befehl ausführen</translation>
        </message>
        <message>
            <source>Show a notification</source>
            <translation>Eine Benachrichtigung zeigen</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Dann</translation>
        </message>
        <message>
            <source>This desktop has no tray.</source>
            <translation>Dieser Desktop hat keinen Infobereich.</translation>
        </message>
        <message>
            <source>When all work is done</source>
            <translation>Wenn alle Arbeit fertig ist</translation>
        </message>
        <message>
            <source>While items run</source>
            <translation>Während Elemente laufen</translation>
        </message>
    </context>
    <context>
        <name>DetailsHeader</name>
        <message>
            <source>Copy as bug report</source>
            <translation>Als Fehlerbericht kopieren</translation>
        </message>
        <message>
            <source>Details in a window of their own</source>
            <translation>Details in einem eigenen Fenster</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>item {id}</source>
            <translation>Element {id}</translation>
        </message>
    </context>
    <context>
        <name>DetailsPages</name>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Eingaben</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>No node has run.</source>
            <translation>Kein Knoten ist gelaufen.</translation>
        </message>
        <message>
            <source>Nodes</source>
            <translation>Knoten</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Results of this item</source>
            <translation>Ergebnisse dieses Elements</translation>
        </message>
        <message>
            <source>The server keeps no times of nodes, and this item was not seen running.</source>
            <translation>Der Server hält keine Zeiten von Knoten fest, und niemand sah dieses Element laufen.</translation>
        </message>
        <message>
            <source>What ran before this app saw the item has no times.</source>
            <translation>Was lief, bevor diese App das Element sah, hat keine Zeiten.</translation>
        </message>
        <message>
            <source>Whole item</source>
            <translation>Ganzes Element</translation>
        </message>
    </context>
    <context>
        <name>DetailsView</name>
        <message>
            <source>Choose an item in the queue to see its details.</source>
            <translation>Wählen Sie ein Element der Warteschlange, um seine Details zu sehen.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>This item is private: its server tells other users its state alone.</source>
            <translation>Dieses Element ist privat: Sein Server sagt anderen nur den Zustand.</translation>
        </message>
        <message>
            <source>This kind of server keeps no details of its items.</source>
            <translation>Diese Art Server hält keine Details seiner Elemente fest.</translation>
        </message>
    </context>
    <context>
        <name>DifferenceTable</name>
        <message>
            <source>All raw data</source>
            <translation>Alle Rohdaten</translation>
        </message>
        <message>
            <source>They were made with the same values.</source>
            <translation>Sie wurden mit denselben Werten gemacht.</translation>
        </message>
        <message>
            <source>What differs between the pictures</source>
            <translation>Was die Bilder unterscheidet</translation>
        </message>
        <message>
            <source>{facts} facts differ, {values} values of the raw data.</source>
            <translation>{facts} Angaben sind verschieden, {values} Werte der Rohdaten.</translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Both are the same, pixel by pixel.</source>
            <translation>Beide sind gleich, Pixel für Pixel.</translation>
        </message>
        <message>
            <source>Both look the same.</source>
            <translation>Beide sehen gleich aus.</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Wird verglichen</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Unterschied</translation>
        </message>
        <message>
            <source>How much the difference is brightened</source>
            <translation>Wie sehr der Unterschied aufgehellt wird</translation>
        </message>
        <message>
            <source>Their sizes differ: the second is stretched to the first.</source>
            <translation>Ihre Größen sind verschieden: Das zweite ist auf das erste gestreckt.</translation>
        </message>
        <message>
            <source>They are large, and were compared at a smaller size.</source>
            <translation>Sie sind groß und wurden in kleinerer Größe verglichen.</translation>
        </message>
        <message>
            <source>Times {gain}</source>
            <translation>Mal {gain}</translation>
        </message>
        <message>
            <source>{share} of the pixels differ, by {mean} on average.</source>
            <translation>{share} der Pixel sind verschieden, im Mittel um {mean}.</translation>
        </message>
    </context>
    <context>
        <name>DryRunWindow</name>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>As text</source>
            <translation>Als Text</translation>
        </message>
        <message>
            <source>Copy as JSON</source>
            <translation>Als JSON kopieren</translation>
        </message>
        <message>
            <source>Copy as Python</source>
            <translation>Als Python kopieren</translation>
        </message>
        <message>
            <source>Copy as curl</source>
            <translation>Als curl kopieren</translation>
        </message>
        <message>
            <source>Dry run: {workflow}</source>
            <translation>Probelauf: {workflow}</translation>
        </message>
        <message>
            <source>Nothing was sent. This would make {items} in {batches} batches.</source>
            <translation>Nichts wurde gesendet. Daraus würden {items} in {batches} Stapeln.</translation>
        </message>
        <message>
            <source>Nothing was sent. This would make {items}.</source>
            <translation>Nichts wurde gesendet. Daraus würden {items}.</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Anfrage</translation>
        </message>
        <message>
            <source>Request as text</source>
            <translation>Anfrage als Text</translation>
        </message>
        <message>
            <source>With $IVK_TOKEN in place of a token</source>
            <translation>Mit $IVK_TOKEN anstelle eines Tokens</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
    </context>
    <context>
        <name>EditDialog</name>
        <message>
            <source>&amp;Description</source>
            <translation>&amp;Beschreibung</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Trigger phrases
(one a line)</source>
            <translation>&amp;Trigger-Phrasen
(eine je Zeile)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Edit {model}</source>
            <translation>{model} bearbeiten</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>nicht gesetzt</translation>
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation>„{text}“ ist keine Zahl.</translation>
        </message>
    </context>
    <context>
        <name>ErrorCentre</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Dismiss all</source>
            <translation>Alle ausblenden</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>Fehlschläge</translation>
        </message>
        <message>
            <source>Nothing has failed.</source>
            <translation>Nichts ist fehlgeschlagen.</translation>
        </message>
        <message>
            <source>{items} failed</source>
            <translation>{items} fehlgeschlagen</translation>
        </message>
    </context>
    <context>
        <name>ErrorPage</name>
        <message>
            <source>Copy error</source>
            <translation>Fehler kopieren</translation>
        </message>
        <message>
            <source>The first {count} characters are left out here; Copy error has them.</source>
            <translation>Die ersten {count} Zeichen fehlen hier; „Fehler kopieren“ hat sie.</translation>
        </message>
        <message>
            <source>Traceback</source>
            <translation>Traceback</translation>
        </message>
    </context>
    <context>
        <name>EventTable</name>
        <message>
            <source>Events</source>
            <translation>Ereignisse</translation>
        </message>
    </context>
    <context>
        <name>EventWindow</name>
        <message>
            <source>All events</source>
            <translation>Alle Ereignisse</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Daten</translation>
        </message>
        <message>
            <source>Data of the event</source>
            <translation>Daten des Ereignisses</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Ereignis</translation>
        </message>
        <message>
            <source>Event log of {server}</source>
            <translation>Ereignisprotokoll von {server}</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>In short</source>
            <translation>Kurz gesagt</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Element</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Play a recording</source>
            <translation>Eine Aufzeichnung abspielen</translation>
        </message>
        <message>
            <source>Play a recording…</source>
            <translation>Eine Aufzeichnung abspielen…</translation>
        </message>
        <message>
            <source>Record events</source>
            <translation>Ereignisse aufzeichnen</translation>
        </message>
        <message>
            <source>Record to a file…</source>
            <translation>In eine Datei aufzeichnen…</translation>
        </message>
        <message>
            <source>Recordings (*.jsonl)</source>
            <translation>Aufzeichnungen (*.jsonl)</translation>
        </message>
        <message>
            <source>Stop recording</source>
            <translation>Aufzeichnung beenden</translation>
        </message>
        <message>
            <source>Text in the data</source>
            <translation>Text in den Daten</translation>
        </message>
        <message>
            <source>The recording is finished.</source>
            <translation>Die Aufzeichnung ist zu Ende.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>With pictures</source>
            <translation>Mit Bildern</translation>
        </message>
        <message>
            <source>With prompts and inputs</source>
            <translation>Mit Prompts und Eingaben</translation>
        </message>
        <message>
            <source>Without it, the file has neither; names and tokens are never in it</source>
            <translation>Ohne dies enthält die Datei keines von beiden; Namen und Tokens sind nie darin</translation>
        </message>
        <message>
            <source>{count} events in {file}</source>
            <translation>{count} Ereignisse in {file}</translation>
        </message>
    </context>
    <context>
        <name>ExportButton</name>
        <message>
            <source>1 result saved</source>
            <translation>1 Ergebnis gespeichert</translation>
        </message>
        <message>
            <source>Another window of this app saves the results of this server.</source>
            <translation>Ein anderes Fenster dieser App speichert die Ergebnisse dieses Servers.</translation>
        </message>
        <message>
            <source>Results are saved</source>
            <translation>Ergebnisse werden gespeichert</translation>
        </message>
        <message>
            <source>Results are saved by themselves. A click opens the settings.</source>
            <translation>Ergebnisse werden von selbst gespeichert. Ein Klick öffnet die Einstellungen.</translation>
        </message>
        <message>
            <source>Saved elsewhere</source>
            <translation>Anderswo gespeichert</translation>
        </message>
        <message>
            <source>Saving paused</source>
            <translation>Speichern angehalten</translation>
        </message>
        <message>
            <source>Saving, {count} left</source>
            <translation>Wird gespeichert, noch {count}</translation>
        </message>
        <message>
            <source>{count} results saved</source>
            <translation>{count} Ergebnisse gespeichert</translation>
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>All that the servers make</source>
            <translation>Alles, was die Server machen</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>For example {path}</source>
            <translation>Zum Beispiel {path}</translation>
        </message>
        <message>
            <source>Insert a field</source>
            <translation>Ein Feld einfügen</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Gemacht von</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>Only of these servers</source>
            <translation>Nur von diesen Servern</translation>
        </message>
        <message>
            <source>Only on these boards</source>
            <translation>Nur auf diesen Boards</translation>
        </message>
        <message>
            <source>Pictures and videos as the server has them, each once. What ends while the app is closed is saved when it is back. No file is ever replaced.</source>
            <translation>Bilder und Videos, wie der Server sie hat, jedes einmal. Was endet, während die App geschlossen ist, wird gespeichert, wenn sie wieder da ist. Nie wird eine Datei ersetzt.</translation>
        </message>
        <message>
            <source>Save each result to a folder</source>
            <translation>Jedes Ergebnis in einem Ordner speichern</translation>
        </message>
        <message>
            <source>Save results</source>
            <translation>Ergebnisse speichern</translation>
        </message>
        <message>
            <source>Save results in</source>
            <translation>Ergebnisse speichern in</translation>
        </message>
        <message>
            <source>What I submit here</source>
            <translation>Was ich hier abschicke</translation>
        </message>
        <message>
            <source>Where nothing is ticked, all are meant.</source>
            <translation>Wo nichts angekreuzt ist, sind alle gemeint.</translation>
        </message>
        <message>
            <source>Which results</source>
            <translation>Welche Ergebnisse</translation>
        </message>
        <message>
            <source>With a JSON file beside each, its metadata</source>
            <translation>Mit einer JSON-Datei zu jedem, seinen Metadaten</translation>
        </message>
        <message>
            <source>{n} counts the results of one submission</source>
            <translation>{n} zählt die Ergebnisse einer Einreichung</translation>
        </message>
        <message>
            <source>{problem} The names before it hold.</source>
            <translation>{problem} Es gelten die Namen davor.</translation>
        </message>
    </context>
    <context>
        <name>FactValue</name>
        <message>
            <source>Click to copy</source>
            <translation>Zum Kopieren klicken</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
    </context>
    <context>
        <name>FactsList</name>
        <message>
            <source>What the picture was made of</source>
            <translation>Woraus das Bild gemacht wurde</translation>
        </message>
    </context>
    <context>
        <name>FieldMenu</name>
        <message>
            <source>Another random seed each run</source>
            <translation>Jedes Mal ein anderer zufälliger Seed</translation>
        </message>
        <message>
            <source>Every combination</source>
            <translation>Jede Kombination</translation>
        </message>
        <message>
            <source>In step with {field}</source>
            <translation>Im Gleichschritt mit {field}</translation>
        </message>
        <message>
            <source>Remove the sweep</source>
            <translation>Wertereihe entfernen</translation>
        </message>
        <message>
            <source>Run with many values</source>
            <translation>Mit vielen Werten ausführen</translation>
        </message>
        <message>
            <source>The next seed each run</source>
            <translation>Jedes Mal der nächste Seed</translation>
        </message>
        <message>
            <source>The same seed every run</source>
            <translation>Jedes Mal derselbe Seed</translation>
        </message>
        <message>
            <source>{field}: vary it</source>
            <translation>{field}: variieren</translation>
        </message>
        <message>
            <source>{source}…</source>
            <translation>{source}…</translation>
        </message>
    </context>
    <context>
        <name>FieldView</name>
        <message>
            <source>Another node gives this value: what stands here is not used.</source>
            <translation>Ein anderer Knoten liefert diesen Wert: Was hier steht, wird nicht verwendet.</translation>
        </message>
        <message>
            <source>Back to the workflow's value</source>
            <translation>Zurück zum Wert des Workflows</translation>
        </message>
        <message>
            <source>Provided by connection</source>
            <translation>Kommt über eine Verbindung</translation>
        </message>
        <message>
            <source>Run with many values ({keys})</source>
            <translation>Mit vielen Werten ausführen ({keys})</translation>
        </message>
        <message>
            <source>swept</source>
            <translation>Wertereihe</translation>
        </message>
        <message>
            <source>with {field}</source>
            <translation>mit {field}</translation>
        </message>
        <message>
            <source>{label}: back to the workflow's value</source>
            <translation>{label}: zurück zum Wert des Workflows</translation>
        </message>
        <message>
            <source>{label}: vary it</source>
            <translation>{label}: variieren</translation>
        </message>
    </context>
    <context>
        <name>FilePage</name>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Ordner wählen…</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>Keine gewählt</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>All boards</source>
            <translation>Alle Boards</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>Beliebig</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Abfragen</translation>
        </message>
        <message>
            <source>Before day</source>
            <translation>Vor dem Tag</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>Ab dem Tag</translation>
        </message>
        <message>
            <source>LoRA</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Local index</source>
            <translation>Lokaler Index</translation>
        </message>
        <message>
            <source>Look in</source>
            <translation>Suchen in</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Negative prompt</source>
            <translation>Negativer Prompt</translation>
        </message>
        <message>
            <source>One of your tags</source>
            <translation>Einer Ihrer Tags</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Server and local index</source>
            <translation>Server und lokaler Index</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Starred only</source>
            <translation>Nur mit Stern</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>This board</source>
            <translation>Dieses Board</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
        <message>
            <source>{stars} or more</source>
            <translation>{stars} oder mehr</translation>
        </message>
    </context>
    <context>
        <name>FoldDetail</name>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Hide the traceback</source>
            <translation>Traceback verbergen</translation>
        </message>
        <message>
            <source>Its server has to be connected</source>
            <translation>Sein Server muss verbunden sein</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Retry {items}</source>
            <translation>{items} wiederholen</translation>
        </message>
        <message>
            <source>Show in the queue</source>
            <translation>In der Warteschlange zeigen</translation>
        </message>
        <message>
            <source>Show the traceback</source>
            <translation>Traceback zeigen</translation>
        </message>
        <message>
            <source>Traceback</source>
            <translation>Traceback</translation>
        </message>
    </context>
    <context>
        <name>FoldList</name>
        <message>
            <source>Failures</source>
            <translation>Fehlschläge</translation>
        </message>
    </context>
    <context>
        <name>FolderPage</name>
        <message>
            <source>/models</source>
            <translation>/models</translation>
        </message>
        <message>
            <source>A folder on the server's computer. It is looked through, with all below.</source>
            <translation>Ein Ordner auf dem Computer des Servers. Er wird mit allem darunter durchsucht.</translation>
        </message>
        <message>
            <source>Folder of the server</source>
            <translation>Ordner des Servers</translation>
        </message>
        <message>
            <source>Leave files where they are</source>
            <translation>Dateien dort lassen, wo sie sind</translation>
        </message>
        <message>
            <source>No model was found there.</source>
            <translation>Dort wurde kein Modell gefunden.</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>Durchsuchen</translation>
        </message>
        <message>
            <source>Uploading {done} of {count}…</source>
            <translation>{done} von {count} werden hochgeladen…</translation>
        </message>
        <message>
            <source>installed</source>
            <translation>installiert</translation>
        </message>
        <message>
            <source>{models}, {count} of them not installed.</source>
            <translation>{models}, {count} davon nicht installiert.</translation>
        </message>
    </context>
    <context>
        <name>FormPanel</name>
        <message>
            <source>Connect to a server to see its workflows, boards and models.</source>
            <translation>Verbinden Sie sich mit einem Server, um seine Workflows, Boards und Modelle zu sehen.</translation>
        </message>
        <message>
            <source>Connect to a server…</source>
            <translation>Mit einem Server verbinden…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>No workflow is open. Choose one in the sidebar, or open a file.</source>
            <translation>Kein Workflow ist geöffnet. Wählen Sie einen in der Seitenleiste oder öffnen Sie eine Datei.</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Datei öffnen…</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>Anmelden…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo {what}</source>
            <translation>{what} rückgängig machen</translation>
        </message>
    </context>
    <context>
        <name>FoundHere</name>
        <message>
            <source>Use it</source>
            <translation>Verwenden</translation>
        </message>
    </context>
    <context>
        <name>FrameEditor</name>
        <message>
            <source>{count} frames</source>
            <translation>{count} Bilder</translation>
        </message>
    </context>
    <context>
        <name>FullScreen</name>
        <message>
            <source>Back to the window</source>
            <translation>Zurück zum Fenster</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
    </context>
    <context>
        <name>GeneratorEditor</name>
        <message>
            <source>Assets</source>
            <translation>Assets</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>Ohne Kategorie</translation>
        </message>
    </context>
    <context>
        <name>GeneratorPreview</name>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>Looking what this yields…</source>
            <translation>Wird nachgesehen, was dies ergibt…</translation>
        </message>
        <message>
            <source>What the generator yields</source>
            <translation>Was der Generator ergibt</translation>
        </message>
        <message>
            <source>Yields nothing</source>
            <translation>Ergibt nichts</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
    </context>
    <context>
        <name>Herald</name>
        <message>
            <source>All work is done</source>
            <translation>Alle Arbeit ist fertig</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>Kein Grund angegeben</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Sichten</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>{count} done</source>
            <translation>{count} fertig</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fehlgeschlagen</translation>
        </message>
        <message>
            <source>{count} finished</source>
            <translation>{count} beendet</translation>
        </message>
        <message>
            <source>{name} failed</source>
            <translation>{name} ist fehlgeschlagen</translation>
        </message>
        <message>
            <source>{name} is done</source>
            <translation>{name} ist fertig</translation>
        </message>
        <message>
            <source>{what} since {time}.</source>
            <translation>{what} seit {time}.</translation>
        </message>
    </context>
    <context>
        <name>HistoryActions</name>
        <message>
            <source>Copy error</source>
            <translation>Fehler kopieren</translation>
        </message>
        <message>
            <source>Copy id</source>
            <translation>ID kopieren</translation>
        </message>
        <message>
            <source>Copy inputs</source>
            <translation>Eingaben kopieren</translation>
        </message>
        <message>
            <source>Delete from history…</source>
            <translation>Aus dem Verlauf löschen…</translation>
        </message>
        <message>
            <source>Open as form</source>
            <translation>Als Formular öffnen</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>Erneut ausführen</translation>
        </message>
        <message>
            <source>Run batch again</source>
            <translation>Stapel erneut ausführen</translation>
        </message>
        <message>
            <source>Run {count} items again</source>
            <translation>{count} Elemente erneut ausführen</translation>
        </message>
        <message>
            <source>Show batch</source>
            <translation>Stapel zeigen</translation>
        </message>
    </context>
    <context>
        <name>HistoryFilters</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>All servers</source>
            <translation>Alle Server</translation>
        </message>
        <message>
            <source>All workflows</source>
            <translation>Alle Workflows</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Jederzeit</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>Von … bis …</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Not ended</source>
            <translation>Nicht beendet</translation>
        </message>
        <message>
            <source>One batch</source>
            <translation>Ein Stapel</translation>
        </message>
        <message>
            <source>Only the items of one batch are shown</source>
            <translation>Nur die Elemente eines Stapels werden gezeigt</translation>
        </message>
        <message>
            <source>Pending, running, waiting, or gone from the queue unseen</source>
            <translation>Wartend, laufend, zurückgestellt oder ungesehen aus der Warteschlange verschwunden</translation>
        </message>
        <message>
            <source>Search workflows, prompts, values and errors</source>
            <translation>Workflows, Prompts, Werte und Fehler durchsuchen</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
    </context>
    <context>
        <name>HistorySide</name>
        <message>
            <source>Batch</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <source>Choose an item to see what it ran with and what came of it.</source>
            <translation>Wählen Sie ein Element, um zu sehen, womit es lief und was daraus wurde.</translation>
        </message>
        <message>
            <source>Connect to the server to see all pictures.</source>
            <translation>Verbinden Sie den Server, um alle Bilder zu sehen.</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Eingaben</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Element</translation>
        </message>
        <message>
            <source>No inputs are known: it was not submitted from here.</source>
            <translation>Keine Eingaben bekannt: Es wurde nicht von hier abgeschickt.</translation>
        </message>
        <message>
            <source>One picture is not on the server any more.</source>
            <translation>Ein Bild ist nicht mehr auf dem Server.</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>Laufzeit</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Show batch</source>
            <translation>Stapel zeigen</translation>
        </message>
        <message>
            <source>Show the items of this batch</source>
            <translation>Die Elemente dieses Stapels zeigen</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Times and places</source>
            <translation>Zeiten und Orte</translation>
        </message>
        <message>
            <source>Traceback</source>
            <translation>Traceback</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>{count} pictures are not on the server any more.</source>
            <translation>{count} Bilder sind nicht mehr auf dem Server.</translation>
        </message>
        <message>
            <source>{name}: its server is not connected</source>
            <translation>{name}: sein Server ist nicht verbunden</translation>
        </message>
        <message>
            <source>{name}: not on the server any more</source>
            <translation>{name}: nicht mehr auf dem Server</translation>
        </message>
    </context>
    <context>
        <name>HistoryTable</name>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
    </context>
    <context>
        <name>HistoryWindow</name>
        <message>
            <source>Export CSV…</source>
            <translation>CSV exportieren…</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>No item of the history matches.</source>
            <translation>Kein Element des Verlaufs passt.</translation>
        </message>
        <message>
            <source>Nothing yet. What is submitted and seen is kept here.</source>
            <translation>Noch nichts. Was abgeschickt und gesehen wird, wird hier aufbewahrt.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>The newest {count} items</source>
            <translation>Die neuesten {count} Elemente</translation>
        </message>
        <message>
            <source>{shown} items</source>
            <translation>{shown} Elemente</translation>
        </message>
        <message>
            <source>{shown} of {all} items</source>
            <translation>{shown} von {all} Elementen</translation>
        </message>
    </context>
    <context>
        <name>HubPage</name>
        <message>
            <source>A repository, for example owner/name. The server looks what is in it.</source>
            <translation>Ein Repository, zum Beispiel owner/name. Der Server sieht nach, was darin ist.</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Nachsehen</translation>
        </message>
        <message>
            <source>The whole repository (Diffusers)</source>
            <translation>Das ganze Repository (Diffusers)</translation>
        </message>
        <message>
            <source>There is no model in {repo}.</source>
            <translation>In {repo} ist kein Modell.</translation>
        </message>
        <message>
            <source>owner/name</source>
            <translation>owner/name</translation>
        </message>
    </context>
    <context>
        <name>ImageEditor</name>
        <message>
            <source>Choose a file</source>
            <translation>Datei wählen</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Drop a picture here</source>
            <translation>Bild hier ablegen</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Pick from a board</source>
            <translation>Von einem Board wählen</translation>
        </message>
        <message>
            <source>Uploading…</source>
            <translation>Wird hochgeladen…</translation>
        </message>
    </context>
    <context>
        <name>ImagesEditor</name>
        <message>
            <source>Add pictures…</source>
            <translation>Bilder hinzufügen…</translation>
        </message>
        <message>
            <source>Add pictures… ({count} now)</source>
            <translation>Bilder hinzufügen… (jetzt {count})</translation>
        </message>
        <message>
            <source>Pick from a board</source>
            <translation>Von einem Board wählen</translation>
        </message>
        <message>
            <source>Take all out</source>
            <translation>Alle herausnehmen</translation>
        </message>
        <message>
            <source>{name}: click to take it out</source>
            <translation>{name}: ein Klick nimmt es heraus</translation>
        </message>
    </context>
    <context>
        <name>InputTable</name>
        <message>
            <source>Fed by a connection</source>
            <translation>Kommt über eine Verbindung</translation>
        </message>
        <message>
            <source>Input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Eingaben</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
    </context>
    <context>
        <name>InstallPage</name>
        <message>
            <source>Folder of the server</source>
            <translation>Ordner des Servers</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>Kein Server ist verbunden.</translation>
        </message>
        <message>
            <source>Path or address</source>
            <translation>Pfad oder Adresse</translation>
        </message>
        <message>
            <source>Starter models</source>
            <translation>Startermodelle</translation>
        </message>
        <message>
            <source>This kind of server installs no models.</source>
            <translation>Diese Art Server installiert keine Modelle.</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>Woher</translation>
        </message>
        <message>
            <source>{name} is in the queue.</source>
            <translation>{name} ist in der Warteschlange.</translation>
        </message>
    </context>
    <context>
        <name>InvokeBar</name>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>A board not on the server</source>
            <translation>Ein Board, das nicht auf dem Server ist</translation>
        </message>
        <message>
            <source>Board for results</source>
            <translation>Board für Ergebnisse</translation>
        </message>
        <message>
            <source>How often the workflow runs, 1 to 10,000</source>
            <translation>Wie oft der Workflow läuft, 1 bis 10.000</translation>
        </message>
        <message>
            <source>Invoke</source>
            <translation>Invoke</translation>
        </message>
        <message>
            <source>Invoke {items}</source>
            <translation>Invoke {items}</translation>
        </message>
        <message>
            <source>Loading boards…</source>
            <translation>Boards werden geladen…</translation>
        </message>
        <message>
            <source>More ways to invoke</source>
            <translation>Weitere Arten von Invoke</translation>
        </message>
        <message>
            <source>No workflow is open</source>
            <translation>Kein Workflow ist geöffnet</translation>
        </message>
        <message>
            <source>Not open yet</source>
            <translation>Noch nicht geöffnet</translation>
        </message>
        <message>
            <source>Ready: {items}</source>
            <translation>Bereit: {items}</translation>
        </message>
        <message>
            <source>Results whose board is automatic go to: {board}</source>
            <translation>Ergebnisse, deren Board automatisch ist, gehen auf: {board}</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>Läufe</translation>
        </message>
        <message>
            <source>Sending {items}…</source>
            <translation>{items} werden gesendet…</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>Wird gesendet…</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>Ohne Kategorie</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
    </context>
    <context>
        <name>InvokeMenu</name>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>Copy request as</source>
            <translation>Anfrage kopieren als</translation>
        </message>
        <message>
            <source>Dry run…</source>
            <translation>Probelauf…</translation>
        </message>
        <message>
            <source>Invoke at the front</source>
            <translation>Invoke ganz vorn</translation>
        </message>
        <message>
            <source>Invoke at the front, then cancel the running items that were submitted here</source>
            <translation>Invoke ganz vorn, dann die laufenden Elemente abbrechen, die von hier abgeschickt wurden</translation>
        </message>
        <message>
            <source>Keep pending</source>
            <translation>Wartend halten</translation>
        </message>
        <message>
            <source>Replace what runs</source>
            <translation>Ersetzen, was läuft</translation>
        </message>
        <message>
            <source>Stop keeping items pending</source>
            <translation>Elemente nicht mehr wartend halten</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
    </context>
    <context>
        <name>ItemRow</name>
        <message>
            <source>Take item {number} out</source>
            <translation>Element {number} herausnehmen</translation>
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>Progress of the job</source>
            <translation>Fortschritt des Auftrags</translation>
        </message>
    </context>
    <context>
        <name>JobNotices</name>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>kein Grund angegeben</translation>
        </message>
        <message>
            <source>{name} failed: {reason}</source>
            <translation>{name} ist fehlgeschlagen: {reason}</translation>
        </message>
        <message>
            <source>{name} is done.</source>
            <translation>{name} ist fertig.</translation>
        </message>
        <message>
            <source>{name}: {done} of {total} done.</source>
            <translation>{name}: {done} von {total} fertig.</translation>
        </message>
    </context>
    <context>
        <name>JsonPanel</name>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>Kein Treffer</translation>
        </message>
        <message>
            <source>Search names and values, Enter for the next</source>
            <translation>Namen und Werte durchsuchen, Eingabetaste für den nächsten</translation>
        </message>
    </context>
    <context>
        <name>JsonTree</name>
        <message>
            <source>Copy all as JSON</source>
            <translation>Alles als JSON kopieren</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Pfad kopieren</translation>
        </message>
        <message>
            <source>Copy value</source>
            <translation>Wert kopieren</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Wert</translation>
        </message>
    </context>
    <context>
        <name>KeepRow</name>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stop keeping {workflow} pending</source>
            <translation>{workflow} nicht mehr wartend halten</translation>
        </message>
        <message>
            <source>Waits: {reason}</source>
            <translation>Wartet: {reason}</translation>
        </message>
        <message>
            <source>{waiting} of {wanted} pending, {made} submitted</source>
            <translation>{waiting} von {wanted} wartend, {made} abgeschickt</translation>
        </message>
    </context>
    <context>
        <name>LaneCard</name>
        <message>
            <source>As of {time}</source>
            <translation>Stand {time}</translation>
        </message>
        <message>
            <source>Cancel this item</source>
            <translation>Dieses Element abbrechen</translation>
        </message>
        <message>
            <source>Connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Not in the queue any more</source>
            <translation>Nicht mehr in der Warteschlange</translation>
        </message>
        <message>
            <source>Only whoever queued it, or an administrator, can cancel it.</source>
            <translation>Nur wer es eingereiht hat oder ein Administrator kann es abbrechen.</translation>
        </message>
        <message>
            <source>took {time}</source>
            <translation>dauerte {time}</translation>
        </message>
        <message>
            <source>{time} so far</source>
            <translation>bisher {time}</translation>
        </message>
    </context>
    <context>
        <name>LanePicture</name>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
    </context>
    <context>
        <name>LanesColumn</name>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>Spuren</translation>
        </message>
        <message>
            <source>connecting</source>
            <translation>wird verbunden</translation>
        </message>
        <message>
            <source>connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <source>idle</source>
            <translation>untätig</translation>
        </message>
        <message>
            <source>idle {time}</source>
            <translation>untätig {time}</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>nicht erreicht</translation>
        </message>
        <message>
            <source>not signed in</source>
            <translation>nicht angemeldet</translation>
        </message>
    </context>
    <context>
        <name>LibrarySide</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Parts and tags</source>
            <translation>Bereiche und Tags</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
    </context>
    <context>
        <name>LibraryWindow</name>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Last changed</source>
            <translation>Zuletzt geändert</translation>
        </message>
        <message>
            <source>Last opened</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>Neueste</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>Kein Server ist verbunden.</translation>
        </message>
        <message>
            <source>No workflow matches.</source>
            <translation>Kein Workflow passt.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Datei öffnen…</translation>
        </message>
        <message>
            <source>Open {count}</source>
            <translation>{count} öffnen</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Rename workflow</source>
            <translation>Workflow umbenennen</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Search names, descriptions and tags</source>
            <translation>Namen, Beschreibungen und Tags durchsuchen</translation>
        </message>
        <message>
            <source>Share no longer</source>
            <translation>Nicht mehr teilen</translation>
        </message>
        <message>
            <source>Share with all users</source>
            <translation>Mit allen Benutzern teilen</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>This library has no workflows yet. Open a file and save it here.</source>
            <translation>Diese Bibliothek hat noch keine Workflows. Öffnen Sie eine Datei und speichern Sie sie hier.</translation>
        </message>
        <message>
            <source>Workflow library</source>
            <translation>Workflow-Bibliothek</translation>
        </message>
        <message>
            <source>Workflow library of {server}</source>
            <translation>Workflow-Bibliothek von {server}</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} von {all}</translation>
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Add an item</source>
            <translation>Ein Element hinzufügen</translation>
        </message>
        <message>
            <source>{label}: add an item</source>
            <translation>{label}: ein Element hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>ListPage</name>
        <message>
            <source>4, 5, 6</source>
            <translation>4, 5, 6</translation>
        </message>
        <message>
            <source>One value on each line</source>
            <translation>Ein Wert je Zeile</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Werte</translation>
        </message>
    </context>
    <context>
        <name>ListedEditor</name>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>None chosen</source>
            <translation>Keine gewählt</translation>
        </message>
        <message>
            <source>Reading the list…</source>
            <translation>Die Liste wird gelesen…</translation>
        </message>
        <message>
            <source>The server has none</source>
            <translation>Der Server hat keine</translation>
        </message>
        <message>
            <source>{id} (not on the server)</source>
            <translation>{id} (nicht auf dem Server)</translation>
        </message>
        <message>
            <source>{label}: clear</source>
            <translation>{label}: leeren</translation>
        </message>
    </context>
    <context>
        <name>LivePage</name>
        <message>
            <source>As of {time}, connection lost</source>
            <translation>Stand {time}, Verbindung verloren</translation>
        </message>
        <message>
            <source>Latest results</source>
            <translation>Neueste Ergebnisse</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Bühne</translation>
        </message>
        <message>
            <source>{count} not looked at yet</source>
            <translation>{count} noch nicht angesehen</translation>
        </message>
    </context>
    <context>
        <name>LocalServerWindow</name>
        <message>
            <source>&amp;Program</source>
            <translation>&amp;Programm</translation>
        </message>
        <message>
            <source>&amp;Root folder</source>
            <translation>&amp;Stammordner</translation>
        </message>
        <message>
            <source>As the program chooses</source>
            <translation>Wie das Programm es wählt</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen…</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <source>It does not run.</source>
            <translation>Er läuft nicht.</translation>
        </message>
        <message>
            <source>It has ended.</source>
            <translation>Er hat sich beendet.</translation>
        </message>
        <message>
            <source>Log of the server</source>
            <translation>Protokoll des Servers</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programm</translation>
        </message>
        <message>
            <source>Ready at {url}.</source>
            <translation>Bereit unter {url}.</translation>
        </message>
        <message>
            <source>Root folder</source>
            <translation>Stammordner</translation>
        </message>
        <message>
            <source>Server on this computer</source>
            <translation>Server auf diesem Computer</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Starting: that may take a minute.</source>
            <translation>Wird gestartet: Das kann eine Minute dauern.</translation>
        </message>
        <message>
            <source>Starts an {product} that is installed here, and ends it with this app. One that was started elsewhere is left alone.</source>
            <translation>Startet ein hier installiertes {product} und beendet es mit dieser App. Eines, das anderswo gestartet wurde, bleibt unberührt.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird beendet…</translation>
        </message>
        <message>
            <source>The program {program}</source>
            <translation>Das Programm {program}</translation>
        </message>
        <message>
            <source>The server's root folder</source>
            <translation>Der Stammordner des Servers</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Copy log</source>
            <translation>Protokoll kopieren</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
    </context>
    <context>
        <name>LoraRow</name>
        <message>
            <source>Take this one out</source>
            <translation>Dieses herausnehmen</translation>
        </message>
        <message>
            <source>Take {name} out</source>
            <translation>{name} herausnehmen</translation>
        </message>
        <message>
            <source>Weight of {name}</source>
            <translation>Gewicht von {name}</translation>
        </message>
    </context>
    <context>
        <name>LorasEditor</name>
        <message>
            <source>Add a LoRA</source>
            <translation>LoRA hinzufügen</translation>
        </message>
        <message>
            <source>{name} (not installed)</source>
            <translation>{name} (nicht installiert)</translation>
        </message>
    </context>
    <context>
        <name>MediaPlayer</name>
        <message>
            <source>Fetching {name}</source>
            <translation>{name} wird geholt</translation>
        </message>
        <message>
            <source>The system has no program that opens {name}.</source>
            <translation>Das System hat kein Programm, das {name} öffnet.</translation>
        </message>
    </context>
    <context>
        <name>Message</name>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
    </context>
    <context>
        <name>MetadataPane</name>
        <message>
            <source>Choose a picture to see what it was made of.</source>
            <translation>Wählen Sie ein Bild, um zu sehen, woraus es gemacht wurde.</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>Alles kopieren</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Raw data</source>
            <translation>Rohdaten</translation>
        </message>
        <message>
            <source>This server does not tell what pictures were made of.</source>
            <translation>Dieser Server sagt nicht, woraus Bilder gemacht wurden.</translation>
        </message>
        <message>
            <source>What is told of the picture</source>
            <translation>Was über das Bild gesagt wird</translation>
        </message>
    </context>
    <context>
        <name>MiniWindow</name>
        <message>
            <source>All work</source>
            <translation>Alle Arbeit</translation>
        </message>
        <message>
            <source>Back to the whole window</source>
            <translation>Zurück zum ganzen Fenster</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Mini window</source>
            <translation>Minifenster</translation>
        </message>
        <message>
            <source>ivk desktop, mini</source>
            <translation>ivk desktop, mini</translation>
        </message>
        <message>
            <source>{count} more run</source>
            <translation>{count} weitere laufen</translation>
        </message>
    </context>
    <context>
        <name>MissingModelsDialog</name>
        <message>
            <source>A model without a name</source>
            <translation>Ein Modell ohne Namen</translation>
        </message>
        <message>
            <source>Choose a model…</source>
            <translation>Modell wählen…</translation>
        </message>
        <message>
            <source>Find or install…</source>
            <translation>Suchen oder installieren…</translation>
        </message>
        <message>
            <source>Instead of {model}</source>
            <translation>Anstelle von {model}</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Look for {model}</source>
            <translation>{model} suchen</translation>
        </message>
        <message>
            <source>Models of {workflow}</source>
            <translation>Modelle von {workflow}</translation>
        </message>
        <message>
            <source>No model of this server fits</source>
            <translation>Kein Modell dieses Servers passt</translation>
        </message>
        <message>
            <source>This server does not have these models. Choose what stands for them: the choice is remembered for this workflow.</source>
            <translation>Dieser Server hat diese Modelle nicht. Wählen Sie, was sie ersetzt: Die Wahl wird für diesen Workflow gemerkt.</translation>
        </message>
        <message>
            <source>Use these models</source>
            <translation>Diese Modelle verwenden</translation>
        </message>
    </context>
    <context>
        <name>ModelEditor</name>
        <message>
            <source>Choose a model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <source>{name} (not installed)</source>
            <translation>{name} (nicht installiert)</translation>
        </message>
    </context>
    <context>
        <name>ModelTable</name>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
    </context>
    <context>
        <name>ModelTableModel</name>
        <message>
            <source>Base</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Its files are gone</source>
            <translation>Seine Dateien sind weg</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>All bases</source>
            <translation>Alle Basen</translation>
        </message>
        <message>
            <source>All formats</source>
            <translation>Alle Formate</translation>
        </message>
        <message>
            <source>All types</source>
            <translation>Alle Typen</translation>
        </message>
        <message>
            <source>By base</source>
            <translation>Nach Basis</translation>
        </message>
        <message>
            <source>By format</source>
            <translation>Nach Format</translation>
        </message>
        <message>
            <source>By type</source>
            <translation>Nach Typ</translation>
        </message>
        <message>
            <source>Delete {count}…</source>
            <translation>{count} löschen…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Drop all models that are not in use from memory</source>
            <translation>Alle unbenutzten Modelle aus dem Speicher nehmen</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Files gone</source>
            <translation>Dateien weg</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppieren</translation>
        </message>
        <message>
            <source>Install a model…</source>
            <translation>Modell installieren…</translation>
        </message>
        <message>
            <source>No groups</source>
            <translation>Keine Gruppen</translation>
        </message>
        <message>
            <source>No model matches.</source>
            <translation>Kein Modell passt.</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>Kein Server ist verbunden.</translation>
        </message>
        <message>
            <source>Select a model to see its details.</source>
            <translation>Wählen Sie ein Modell, um seine Details zu sehen.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>This server has no models yet.</source>
            <translation>Dieser Server hat noch keine Modelle.</translation>
        </message>
        <message>
            <source>Use in the form</source>
            <translation>Im Formular verwenden</translation>
        </message>
        <message>
            <source>Words of the name, description or trigger phrases</source>
            <translation>Wörter des Namens, der Beschreibung oder der Trigger-Phrasen</translation>
        </message>
        <message>
            <source>{models} selected</source>
            <translation>{models} ausgewählt</translation>
        </message>
        <message>
            <source>{models} selected, {size}</source>
            <translation>{models} ausgewählt, {size}</translation>
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation>{shown} von {all}</translation>
        </message>
    </context>
    <context>
        <name>ModelsWindow</name>
        <message>
            <source>For administrators</source>
            <translation>Für Administratoren</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>Install queue</source>
            <translation>Installationen</translation>
        </message>
        <message>
            <source>Install queue {count}</source>
            <translation>Installationen {count}</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Installiert</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Models of {server}</source>
            <translation>Modelle von {server}</translation>
        </message>
    </context>
    <context>
        <name>NamesPopup</name>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Nichts passt</translation>
        </message>
    </context>
    <context>
        <name>NodeList</name>
        <message>
            <source>Nodes</source>
            <translation>Knoten</translation>
        </message>
    </context>
    <context>
        <name>NodesModel</name>
        <message>
            <source>0 to {time}</source>
            <translation>0 bis {time}</translation>
        </message>
        <message>
            <source>Loading model {name}: {time}</source>
            <translation>Modell {name} wird geladen: {time}</translation>
        </message>
        <message>
            <source>Node</source>
            <translation>Knoten</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitachse</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>cached</source>
            <translation>aus dem Cache</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>not run</source>
            <translation>nicht gelaufen</translation>
        </message>
        <message>
            <source>pending</source>
            <translation>wartend</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>{ended} of {total}</source>
            <translation>{ended} von {total}</translation>
        </message>
        <message>
            <source>{time} from {start}</source>
            <translation>{time} ab {start}</translation>
        </message>
    </context>
    <context>
        <name>NodesView</name>
        <message>
            <source>Nodes</source>
            <translation>Knoten</translation>
        </message>
    </context>
    <context>
        <name>NoticeLog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Ereignisse</translation>
        </message>
    </context>
    <context>
        <name>NotificationsPage</name>
        <message>
            <source>After 10 minutes away, say in one line what ended</source>
            <translation>Nach 10 Minuten Abwesenheit in einer Zeile sagen, was fertig wurde</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Uhrzeit</translation>
        </message>
        <message>
            <source>Neither notifications nor sounds at these hours</source>
            <translation>Zu diesen Zeiten weder Benachrichtigungen noch Töne</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>One notification a batch, with its picture.</source>
            <translation>Eine Benachrichtigung je Stapel, mit seinem Bild.</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Ruhezeiten</translation>
        </message>
        <message>
            <source>When a batch has ended</source>
            <translation>Wenn ein Stapel zu Ende ist</translation>
        </message>
        <message>
            <source>When an item has failed</source>
            <translation>Wenn ein Element fehlgeschlagen ist</translation>
        </message>
        <message>
            <source>While no window is active</source>
            <translation>Während kein Fenster aktiv ist</translation>
        </message>
        <message>
            <source>With a sound</source>
            <translation>Mit einem Ton</translation>
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>A random number</source>
            <translation>Eine Zufallszahl</translation>
        </message>
        <message>
            <source>{label}: a random number</source>
            <translation>{label}: eine Zufallszahl</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>As of {time}</source>
            <translation>Stand {time}</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>Wird geladen</translation>
        </message>
        <message>
            <source>Sign in…</source>
            <translation>Anmelden…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>PickPage</name>
        <message>
            <source>Choices</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>On</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>Ohne Kategorie</translation>
        </message>
    </context>
    <context>
        <name>PickerPopup</name>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>{count} more: search to narrow down</source>
            <translation>{count} weitere: suchen Sie, um einzugrenzen</translation>
        </message>
    </context>
    <context>
        <name>PicksBar</name>
        <message>
            <source>Beside each other, with a slider, or their difference</source>
            <translation>Nebeneinander, mit einem Schieber oder ihr Unterschied</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Aufheben</translation>
        </message>
        <message>
            <source>Compare none of them</source>
            <translation>Keines davon vergleichen</translation>
        </message>
        <message>
            <source>Compare {count}</source>
            <translation>{count} vergleichen</translation>
        </message>
        <message>
            <source>Delete {count}…</source>
            <translation>{count} löschen…</translation>
        </message>
        <message>
            <source>Take all marks away</source>
            <translation>Alle Markierungen entfernen</translation>
        </message>
        <message>
            <source>{count} marked for deletion</source>
            <translation>{count} zum Löschen markiert</translation>
        </message>
        <message>
            <source>{count} to compare</source>
            <translation>{count} zu vergleichen</translation>
        </message>
    </context>
    <context>
        <name>PictureActions</name>
        <message>
            <source>As the theme</source>
            <translation>Wie das Design</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy {count} pictures</source>
            <translation>{count} Bilder kopieren</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Delete {count} pictures…</source>
            <translation>{count} Bilder löschen…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Download {count} as zip…</source>
            <translation>{count} als Zip herunterladen…</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Hintergrund</translation>
        </message>
        <message>
            <source>Large picture</source>
            <translation>Großes Bild</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Middle</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Move to a board…</source>
            <translation>Auf ein Board verschieben…</translation>
        </message>
        <message>
            <source>Move {count} to a board…</source>
            <translation>{count} auf ein Board verschieben…</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keines</translation>
        </message>
        <message>
            <source>Open in the system's player</source>
            <translation>Im Player des Systems öffnen</translation>
        </message>
        <message>
            <source>Open its sheet</source>
            <translation>Seinen Bogen öffnen</translation>
        </message>
        <message>
            <source>Open its workflow</source>
            <translation>Seinen Workflow öffnen</translation>
        </message>
        <message>
            <source>Rate {count} pictures</source>
            <translation>{count} Bilder bewerten</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>Bewertung</translation>
        </message>
        <message>
            <source>Run again with its values</source>
            <translation>Mit seinen Werten erneut ausführen</translation>
        </message>
        <message>
            <source>Run {count} again</source>
            <translation>{count} erneut ausführen</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Speichern als…</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <source>Save {count} pictures…</source>
            <translation>{count} Bilder speichern…</translation>
        </message>
        <message>
            <source>Send its prompt to</source>
            <translation>Seinen Prompt senden an</translation>
        </message>
        <message>
            <source>Send its prompt to {field}</source>
            <translation>Seinen Prompt an {field} senden</translation>
        </message>
        <message>
            <source>Send its seed to</source>
            <translation>Seinen Seed senden an</translation>
        </message>
        <message>
            <source>Send its seed to {field}</source>
            <translation>Seinen Seed an {field} senden</translation>
        </message>
        <message>
            <source>Show in board</source>
            <translation>Im Board zeigen</translation>
        </message>
        <message>
            <source>Show the queue item that made it</source>
            <translation>Das Element der Warteschlange zeigen, das es gemacht hat</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Mit Stern versehen</translation>
        </message>
        <message>
            <source>Star {count} pictures</source>
            <translation>{count} Bilder mit Stern versehen</translation>
        </message>
        <message>
            <source>Tags of {count} pictures…</source>
            <translation>Tags von {count} Bildern…</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Tags…</translation>
        </message>
        <message>
            <source>Take star away</source>
            <translation>Stern entfernen</translation>
        </message>
        <message>
            <source>Take {count} stars away</source>
            <translation>{count} Sterne entfernen</translation>
        </message>
        <message>
            <source>Use as cover of the board</source>
            <translation>Als Titelbild des Boards verwenden</translation>
        </message>
        <message>
            <source>Use as input</source>
            <translation>Als Eingabe verwenden</translation>
        </message>
        <message>
            <source>Use as input: {field}</source>
            <translation>Als Eingabe verwenden: {field}</translation>
        </message>
        <message>
            <source>Use its values in the open form</source>
            <translation>Seine Werte im offenen Formular verwenden</translation>
        </message>
        <message>
            <source>Vary {count}: new seeds</source>
            <translation>{count} variieren: neue Seeds</translation>
        </message>
        <message>
            <source>Vary: its values, a new seed</source>
            <translation>Variieren: seine Werte, ein neuer Seed</translation>
        </message>
    </context>
    <context>
        <name>PictureInput</name>
        <message>
            <source>Choose a picture</source>
            <translation>Bild wählen</translation>
        </message>
        <message>
            <source>Choose a video</source>
            <translation>Video wählen</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>Videos</translation>
        </message>
    </context>
    <context>
        <name>PictureRuns</name>
        <message>
            <source>A picture</source>
            <translation>Ein Bild</translation>
        </message>
        <message>
            <source>{name} is in the queue again.</source>
            <translation>{name} ist wieder in der Warteschlange.</translation>
        </message>
    </context>
    <context>
        <name>PictureValues</name>
        <message>
            <source>The value does not fit {field}.</source>
            <translation>Der Wert passt nicht zu {field}.</translation>
        </message>
        <message>
            <source>This picture carries no prompt.</source>
            <translation>Dieses Bild trägt keinen Prompt.</translation>
        </message>
        <message>
            <source>This picture carries no seed.</source>
            <translation>Dieses Bild trägt keinen Seed.</translation>
        </message>
        <message>
            <source>This picture was made by another workflow: open that instead.</source>
            <translation>Dieses Bild wurde von einem anderen Workflow gemacht: Öffnen Sie stattdessen diesen.</translation>
        </message>
        <message>
            <source>{count} values of the picture are in the form.</source>
            <translation>{count} Werte des Bildes sind im Formular.</translation>
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Loading</source>
            <translation>Wird geladen</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
    </context>
    <context>
        <name>PreferencePage</name>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>to</source>
            <translation>bis</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Of this page</source>
            <translation>Dieser Seite</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Standard wiederherstellen</translation>
        </message>
    </context>
    <context>
        <name>PresetBar</name>
        <message>
            <source>&amp;Compare with current…</source>
            <translation>Mit dem jetzigen &amp;vergleichen…</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>&amp;Umbenennen…</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>A&amp;pply again</source>
            <translation>&amp;Erneut anwenden</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Rename preset</source>
            <translation>Vorgabe umbenennen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save &amp;as new…</source>
            <translation>Als &amp;neue speichern…</translation>
        </message>
        <message>
            <source>Save as new preset</source>
            <translation>Als neue Vorgabe speichern</translation>
        </message>
        <message>
            <source>The preset {name} is deleted.</source>
            <translation>Die Vorgabe {name} ist gelöscht.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>PresetCompareDialog</name>
        <message>
            <source>All values are those of {preset}.</source>
            <translation>Alle Werte sind die von {preset}.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Compare with {preset}</source>
            <translation>Mit {preset} vergleichen</translation>
        </message>
        <message>
            <source>Current</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
        </message>
        <message>
            <source>Fields that differ</source>
            <translation>Felder, die sich unterscheiden</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Take all</source>
            <translation>Alle übernehmen</translation>
        </message>
        <message>
            <source>Take brings the preset's value into the form; undo takes it back.</source>
            <translation>„Übernehmen“ holt den Wert der Vorgabe ins Formular; Rückgängig nimmt es zurück.</translation>
        </message>
        <message>
            <source>{label}: take the preset's value</source>
            <translation>{label}: den Wert der Vorgabe übernehmen</translation>
        </message>
    </context>
    <context>
        <name>PresetFiles</name>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Apply these</source>
            <translation>Diese anwenden</translation>
        </message>
        <message>
            <source>Export preset</source>
            <translation>Vorgabe exportieren</translation>
        </message>
        <message>
            <source>Import preset</source>
            <translation>Vorgabe importieren</translation>
        </message>
        <message>
            <source>None of its {all} values has a field of the same name and kind here.</source>
            <translation>Keiner ihrer {all} Werte hat hier ein Feld desselben Namens und derselben Art.</translation>
        </message>
        <message>
            <source>Presets (*.ivkpreset)</source>
            <translation>Vorgaben (*.ivkpreset)</translation>
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation>In {file} gespeichert.</translation>
        </message>
        <message>
            <source>unnamed</source>
            <translation>unbenannt</translation>
        </message>
        <message>
            <source>{count} of its {all} values have a field of the same name and kind here.</source>
            <translation>{count} ihrer {all} Werte haben hier ein Feld desselben Namens und derselben Art.</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}.</source>
            <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <source>{preset} was made for another workflow: {title}.</source>
            <translation>{preset} wurde für einen anderen Workflow gemacht: {title}.</translation>
        </message>
    </context>
    <context>
        <name>PresetNameDialog</name>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>Eine Vorgabe dieses Namens gibt es schon.</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>Caches</source>
            <translation>Zwischenspeicher</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open the folder: {name}</source>
            <translation>Den Ordner öffnen: {name}</translation>
        </message>
        <message>
            <source>Passwords and sign-ins</source>
            <translation>Passwörter und Anmeldungen</translation>
        </message>
        <message>
            <source>Preferences, and the addresses of your servers.</source>
            <translation>Einstellungen und die Adressen Ihrer Server.</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>They are in the keyring of this system alone, never in a file of this app. Without a keyring they last until you quit.</source>
            <translation>Sie stehen allein im Schlüsselbund dieses Systems, nie in einer Datei dieser App. Ohne Schlüsselbund gelten sie, bis Sie beenden.</translation>
        </message>
        <message>
            <source>This app talks to the servers that you connect it to, and to nothing else: no usage figures, no crash reports, no search for updates.</source>
            <translation>Diese App spricht mit den Servern, mit denen Sie sie verbinden, und mit nichts sonst: keine Nutzungszahlen, keine Absturzberichte, keine Suche nach Updates.</translation>
        </message>
        <message>
            <source>Thumbnails, the index of pictures, node templates. It may be deleted.</source>
            <translation>Vorschaubilder, der Bilderindex, Knotenvorlagen. Darf gelöscht werden.</translation>
        </message>
        <message>
            <source>Values of forms, presets, history, ratings, tags, what is in the trash.</source>
            <translation>Werte von Formularen, Vorgaben, Verlauf, Bewertungen, Tags, der Inhalt des Papierkorbs.</translation>
        </message>
        <message>
            <source>What happened, without passwords and sign-ins.</source>
            <translation>Was geschehen ist, ohne Passwörter und Anmeldungen.</translation>
        </message>
        <message>
            <source>What is kept on this computer</source>
            <translation>Was auf diesem Computer aufbewahrt wird</translation>
        </message>
        <message>
            <source>Your work</source>
            <translation>Ihre Arbeit</translation>
        </message>
    </context>
    <context>
        <name>PromptsPage</name>
        <message>
            <source>Asking the server…</source>
            <translation>Der Server wird gefragt…</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <source>At most so many prompts, 1 to 10,000</source>
            <translation>Höchstens so viele Prompts, 1 bis 10.000</translation>
        </message>
        <message>
            <source>Every combination</source>
            <translation>Jede Kombination</translation>
        </message>
        <message>
            <source>How prompts are chosen</source>
            <translation>Wie Prompts ausgewählt werden</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Random prompts</source>
            <translation>Zufällige Prompts</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>Welche</translation>
        </message>
        <message>
            <source>a {red|blue} bird in {spring|autumn}</source>
            <translation>ein {red|blue} Vogel im {spring|autumn}</translation>
        </message>
    </context>
    <context>
        <name>QueueActions</name>
        <message>
            <source>Cancel item</source>
            <translation>Element abbrechen</translation>
        </message>
        <message>
            <source>Cancel {items}</source>
            <translation>{items} abbrechen</translation>
        </message>
        <message>
            <source>Delete item</source>
            <translation>Element löschen</translation>
        </message>
        <message>
            <source>Delete {items}</source>
            <translation>{items} löschen</translation>
        </message>
        <message>
            <source>Only whoever queued it, or an administrator, can do that.</source>
            <translation>Das kann nur, wer es eingereiht hat, oder ein Administrator.</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Retry {items}</source>
            <translation>{items} wiederholen</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>Erneut ausführen</translation>
        </message>
        <message>
            <source>Run {items} again</source>
            <translation>{items} erneut ausführen</translation>
        </message>
    </context>
    <context>
        <name>QueueHeader</name>
        <message>
            <source>Columns of the queue</source>
            <translation>Spalten der Warteschlange</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Install a model…</source>
            <translation>Modell installieren…</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>Kein Server ist verbunden.</translation>
        </message>
        <message>
            <source>Nothing is being installed.</source>
            <translation>Nichts wird gerade installiert.</translation>
        </message>
        <message>
            <source>Only administrators of this server see what is being installed.</source>
            <translation>Nur Administratoren dieses Servers sehen, was installiert wird.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Remove ended</source>
            <translation>Beendete entfernen</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Retry with a token…</source>
            <translation>Mit einem Token wiederholen…</translation>
        </message>
        <message>
            <source>Show model</source>
            <translation>Modell zeigen</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fehlgeschlagen</translation>
        </message>
        <message>
            <source>{count} open</source>
            <translation>{count} offen</translation>
        </message>
        <message>
            <source>{size}/s</source>
            <translation>{size}/s</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Batches</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <source>Clear filter</source>
            <translation>Filter löschen</translation>
        </message>
        <message>
            <source>Connect to a server…</source>
            <translation>Mit einem Server verbinden…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter: prompt, model, server</source>
            <translation>Filter: Prompt, Modell, Server</translation>
        </message>
        <message>
            <source>Invoke</source>
            <translation>Invoke</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>No item matches the filter.</source>
            <translation>Kein Element passt zum Filter.</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>Kein Server ist verbunden.</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Queue in a window of its own</source>
            <translation>Warteschlange in eigenem Fenster</translation>
        </message>
        <message>
            <source>Rows where “{column}” &amp;has</source>
            <translation>Zeilen, deren „{column}“ &amp;enthält</translation>
        </message>
        <message>
            <source>The queue is empty. Fill in the form and press Invoke.</source>
            <translation>Die Warteschlange ist leer. Füllen Sie das Formular aus und drücken Sie Invoke.</translation>
        </message>
        <message>
            <source>What the rows are gathered by</source>
            <translation>Wonach die Zeilen zusammengefasst sind</translation>
        </message>
    </context>
    <context>
        <name>QueueTable</name>
        <message>
            <source>Install queue</source>
            <translation>Installationen</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
    </context>
    <context>
        <name>QueueTableModel</name>
        <message>
            <source>Downloaded</source>
            <translation>Heruntergeladen</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Restzeit</translation>
        </message>
    </context>
    <context>
        <name>QuitQuestion</name>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Quit, and give up {items} that were not sent yet?</source>
            <translation>Beenden und {items} aufgeben, die noch nicht abgeschickt sind?</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Bleiben</translation>
        </message>
        <message>
            <source>{servers}: what waits there is kept by this window alone.</source>
            <translation>{servers}: was dort wartet, merkt sich nur dieses Fenster.</translation>
        </message>
    </context>
    <context>
        <name>RandomPage</name>
        <message>
            <source>Draw again</source>
            <translation>Neu ziehen</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>Wie viele</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
    </context>
    <context>
        <name>RangePage</name>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Schrittweite</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
    </context>
    <context>
        <name>RatingStars</name>
        <message>
            <source>Rated {rating} of 5</source>
            <translation>Mit {rating} von 5 bewertet</translation>
        </message>
    </context>
    <context>
        <name>ReachForm</name>
        <message>
            <source>&amp;Certificates</source>
            <translation>&amp;Zertifikate</translation>
        </message>
        <message>
            <source>&amp;Headers</source>
            <translation>&amp;Header</translation>
        </message>
        <message>
            <source>&amp;User name</source>
            <translation>&amp;Benutzername</translation>
        </message>
        <message>
            <source>A file with certificates (PEM)</source>
            <translation>Eine Datei mit Zertifikaten (PEM)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen…</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer)</source>
            <translation>Zertifikate (*.pem *.crt *.cer)</translation>
        </message>
        <message>
            <source>Certificates of an authority</source>
            <translation>Zertifikate einer Zertifizierungsstelle</translation>
        </message>
        <message>
            <source>One a line, as Name: value</source>
            <translation>Einer je Zeile, als Name: Wert</translation>
        </message>
        <message>
            <source>Only this one certificate</source>
            <translation>Nur dieses eine Zertifikat</translation>
        </message>
        <message>
            <source>Only where a proxy stands before the server:</source>
            <translation>Nur wo ein Proxy vor dem Server steht:</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>Pass&amp;wort</translation>
        </message>
        <message>
            <source>SHA-256 {fingerprint}</source>
            <translation>SHA-256 {fingerprint}</translation>
        </message>
        <message>
            <source>Those of an authority in a file</source>
            <translation>Die einer Zertifizierungsstelle aus einer Datei</translation>
        </message>
        <message>
            <source>Those this computer trusts</source>
            <translation>Die, denen dieser Computer vertraut</translation>
        </message>
    </context>
    <context>
        <name>Reaching</name>
        <message>
            <source>1 model</source>
            <translation>1 Modell</translation>
        </message>
        <message>
            <source>1 workflow</source>
            <translation>1 Workflow</translation>
        </message>
        <message>
            <source>It is new: connect to make its first administrator.</source>
            <translation>Er ist neu: Verbinden Sie sich, um seinen ersten Administrator anzulegen.</translation>
        </message>
        <message>
            <source>It wants you to sign in: connect to do so.</source>
            <translation>Er verlangt eine Anmeldung: Verbinden Sie sich dazu.</translation>
        </message>
        <message>
            <source>{count} models</source>
            <translation>{count} Modelle</translation>
        </message>
        <message>
            <source>{count} pending</source>
            <translation>{count} wartend</translation>
        </message>
        <message>
            <source>{count} workflows</source>
            <translation>{count} Workflows</translation>
        </message>
    </context>
    <context>
        <name>ReadOnlyEditor</name>
        <message>
            <source>No value</source>
            <translation>Kein Wert</translation>
        </message>
    </context>
    <context>
        <name>ReferenceEditor</name>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>None chosen: enter its id</source>
            <translation>Keines gewählt: Geben Sie die ID ein</translation>
        </message>
        <message>
            <source>{label}: clear</source>
            <translation>{label}: leeren</translation>
        </message>
    </context>
    <context>
        <name>RelateDialog</name>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Filter names</source>
            <translation>Namen filtern</translation>
        </message>
        <message>
            <source>Relate to {model}</source>
            <translation>Mit {model} verknüpfen</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>Der Bericht</translation>
        </message>
    </context>
    <context>
        <name>ResultStrip</name>
        <message>
            <source>Latest results</source>
            <translation>Neueste Ergebnisse</translation>
        </message>
    </context>
    <context>
        <name>ResultsPage</name>
        <message>
            <source>No results of {workflow} yet. Press Invoke to make one.</source>
            <translation>Noch keine Ergebnisse von {workflow}. Drücken Sie Invoke, um eines zu machen.</translation>
        </message>
        <message>
            <source>No results yet. What you invoke appears here, newest first.</source>
            <translation>Noch keine Ergebnisse. Was Sie mit Invoke starten, erscheint hier, das Neueste zuerst.</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
    </context>
    <context>
        <name>RunStrip</name>
        <message>
            <source>Add a server</source>
            <translation>Server hinzufügen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel all pending items</source>
            <translation>Alle wartenden Elemente abbrechen</translation>
        </message>
        <message>
            <source>Cancel everything</source>
            <translation>Alles abbrechen</translation>
        </message>
        <message>
            <source>Cancel the running items</source>
            <translation>Die laufenden Elemente abbrechen</translation>
        </message>
        <message>
            <source>Find or do…</source>
            <translation>Suchen oder ausführen…</translation>
        </message>
        <message>
            <source>Find or do…  {keys}</source>
            <translation>Suchen oder ausführen…  {keys}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Retry now</source>
            <translation>Jetzt wieder versuchen</translation>
        </message>
        <message>
            <source>Show or hide the sidebar</source>
            <translation>Seitenleiste zeigen oder verbergen</translation>
        </message>
        <message>
            <source>Try to reach the lost server at once</source>
            <translation>Sofort versuchen, den verlorenen Server zu erreichen</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fehlgeschlagen</translation>
        </message>
        <message>
            <source>{count} new</source>
            <translation>{count} neu</translation>
        </message>
    </context>
    <context>
        <name>SaveDialog</name>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>&amp;Names</source>
            <translation>&amp;Namen</translation>
        </message>
        <message>
            <source>A JSON file beside each, with its metadata</source>
            <translation>Eine JSON-Datei zu jedem, mit seinen Metadaten</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>For example {path}</source>
            <translation>Zum Beispiel {path}</translation>
        </message>
        <message>
            <source>Insert a field</source>
            <translation>Ein Feld einfügen</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>Save pictures in</source>
            <translation>Bilder speichern in</translation>
        </message>
        <message>
            <source>Save {pictures}</source>
            <translation>{pictures} speichern</translation>
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation>Diesen Filter &amp;speichern…</translation>
        </message>
        <message>
            <source>A filter of the same name is replaced.</source>
            <translation>Ein Filter desselben Namens wird ersetzt.</translation>
        </message>
        <message>
            <source>Save filter</source>
            <translation>Filter speichern</translation>
        </message>
        <message>
            <source>Saved filters</source>
            <translation>Gespeicherte Filter</translation>
        </message>
    </context>
    <context>
        <name>ScrubBar</name>
        <message>
            <source>Look back</source>
            <translation>Zurückblicken</translation>
        </message>
        <message>
            <source>Newest</source>
            <translation>Neueste</translation>
        </message>
        <message>
            <source>Step {step} of {count} received</source>
            <translation>Schritt {step} von {count} empfangenen</translation>
        </message>
        <message>
            <source>Steps received</source>
            <translation>Empfangene Schritte</translation>
        </message>
    </context>
    <context>
        <name>SeedButton</name>
        <message>
            <source>Every run has another random seed. Press to keep this one.</source>
            <translation>Jeder Durchlauf hat einen anderen zufälligen Seed. Drücken Sie, um diesen zu behalten.</translation>
        </message>
        <message>
            <source>Every run has the next seed. Press to keep this one.</source>
            <translation>Jeder Durchlauf hat den nächsten Seed. Drücken Sie, um diesen zu behalten.</translation>
        </message>
        <message>
            <source>Every run has this seed. Press for another one each run.</source>
            <translation>Jeder Durchlauf hat diesen Seed. Drücken Sie, um jedes Mal einen anderen zu nehmen.</translation>
        </message>
    </context>
    <context>
        <name>ServerChip</name>
        <message>
            <source>Connected, asking every few seconds</source>
            <translation>Verbunden, Abfrage alle paar Sekunden</translation>
        </message>
        <message>
            <source>Connected, live updates</source>
            <translation>Verbunden, Neues kommt sofort</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>Wird verbunden</translation>
        </message>
        <message>
            <source>Connection lost, trying again</source>
            <translation>Verbindung verloren, neuer Versuch</translation>
        </message>
        <message>
            <source>Disconnected</source>
            <translation>Getrennt</translation>
        </message>
        <message>
            <source>Hidden: a click shows it</source>
            <translation>Verborgen: Ein Klick zeigt ihn</translation>
        </message>
        <message>
            <source>It answers slowly: after {time}</source>
            <translation>Er antwortet langsam: nach {time}</translation>
        </message>
        <message>
            <source>Its boards, models and workflows are listed</source>
            <translation>Seine Boards, Modelle und Workflows werden aufgelistet</translation>
        </message>
        <message>
            <source>Its certificate counts because you said so: no authority vouches for it</source>
            <translation>Sein Zertifikat gilt, weil Sie es so wollten: keine Stelle bürgt dafür</translation>
        </message>
        <message>
            <source>Signed in as {name} ({role})</source>
            <translation>Angemeldet als {name} ({role})</translation>
        </message>
        <message>
            <source>administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>Stand {time}</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>nicht erreicht</translation>
        </message>
        <message>
            <source>polling</source>
            <translation>Abfrage</translation>
        </message>
        <message>
            <source>sign in</source>
            <translation>anmelden</translation>
        </message>
        <message>
            <source>user</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>{number} ms</source>
            <translation>{number} ms</translation>
        </message>
    </context>
    <context>
        <name>ServerChips</name>
        <message>
            <source>More servers</source>
            <translation>Weitere Server</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>{count} weitere</translation>
        </message>
        <message>
            <source>{count} servers</source>
            <translation>{count} Server</translation>
        </message>
    </context>
    <context>
        <name>ServerChoice</name>
        <message>
            <source>Boards, models and workflows of {server}</source>
            <translation>Boards, Modelle und Workflows von {server}</translation>
        </message>
        <message>
            <source>Server whose lists are shown</source>
            <translation>Server, dessen Listen gezeigt werden</translation>
        </message>
    </context>
    <context>
        <name>ServerDialog</name>
        <message>
            <source>&amp;Address</source>
            <translation>&amp;Adresse</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>Asking {url}…</source>
            <translation>{url} wird gefragt…</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <source>Connect to a server</source>
            <translation>Mit einem Server verbinden</translation>
        </message>
        <message>
            <source>Look at its certificate…</source>
            <translation>Sein Zertifikat ansehen…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Nobody vouches for this certificate. Compare its fingerprint with the one that the server itself tells: then it alone is trusted.</source>
            <translation>Niemand bürgt für dieses Zertifikat. Vergleichen Sie seinen Fingerabdruck mit dem, den der Server selbst nennt: Dann wird ihm allein vertraut.</translation>
        </message>
        <message>
            <source>Reading the certificate of {url}…</source>
            <translation>Das Zertifikat von {url} wird gelesen…</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <source>Try the demo</source>
            <translation>Demo ausprobieren</translation>
        </message>
        <message>
            <source>{product} answers.</source>
            <translation>{product} antwortet.</translation>
        </message>
        <message>
            <source>{product} {version} runs on this computer.</source>
            <translation>{product} {version} läuft auf diesem Computer.</translation>
        </message>
    </context>
    <context>
        <name>ServerPick</name>
        <message>
            <source>Least busy</source>
            <translation>Am wenigsten belegt</translation>
        </message>
        <message>
            <source>Runs on: {server}</source>
            <translation>Läuft auf: {server}</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>The server that has all that is needed and is through first</source>
            <translation>Der Server, der alles Nötige hat und zuerst fertig ist</translation>
        </message>
    </context>
    <context>
        <name>SheetWindow</name>
        <message>
            <source>No winner</source>
            <translation>Kein Favorit</translation>
        </message>
        <message>
            <source>Open picture</source>
            <translation>Bild öffnen</translation>
        </message>
        <message>
            <source>Save as image…</source>
            <translation>Als Bild speichern…</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Bogen</translation>
        </message>
        <message>
            <source>Sheet of {name}</source>
            <translation>Bogen von {name}</translation>
        </message>
        <message>
            <source>Show in the queue</source>
            <translation>In der Warteschlange zeigen</translation>
        </message>
        <message>
            <source>W or Space marks the item with the ring as a winner</source>
            <translation>W oder Leertaste markiert das Element mit dem Ring als Favoriten</translation>
        </message>
        <message>
            <source>Winner</source>
            <translation>Favorit</translation>
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter: action or key</source>
            <translation>Filter: Aktion oder Taste</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
    </context>
    <context>
        <name>ShortcutTree</name>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>Choose an action to give it other keys.</source>
            <translation>Wählen Sie eine Aktion, um ihr andere Tasten zu geben.</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filter: action or key</source>
            <translation>Filter: Aktion oder Taste</translation>
        </message>
        <message>
            <source>New shortcut</source>
            <translation>Neues Tastenkürzel</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Nehmen</translation>
        </message>
        <message>
            <source>Usual keys</source>
            <translation>Übliche Tasten</translation>
        </message>
        <message>
            <source>Usual keys for all</source>
            <translation>Übliche Tasten für alle</translation>
        </message>
        <message>
            <source>{keys} belongs to “{action}”, which would have none.</source>
            <translation>{keys} gehört zu „{action}“, das dann keine Tasten hätte.</translation>
        </message>
        <message>
            <source>{keys} is needed for typing. Add Ctrl or Alt, or use a function key.</source>
            <translation>{keys} wird zum Tippen gebraucht. Nehmen Sie Strg oder Alt dazu oder eine Funktionstaste.</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Boards by date</source>
            <translation>Boards nach Datum</translation>
        </message>
        <message>
            <source>Filter all lists</source>
            <translation>Alle Listen filtern</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>Seitenleiste</translation>
        </message>
    </context>
    <context>
        <name>SignInDialog</name>
        <message>
            <source>&amp;E-mail</source>
            <translation>&amp;E-Mail</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Passwort</translation>
        </message>
        <message>
            <source>&amp;Repeat</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Stay signed in for 7 days</source>
            <translation>7 Tage &amp;angemeldet bleiben</translation>
        </message>
        <message>
            <source>Create and sign in</source>
            <translation>Anlegen und anmelden</translation>
        </message>
        <message>
            <source>Enter an e-mail address and a password.</source>
            <translation>Geben Sie eine E-Mail-Adresse und ein Passwort ein.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>Otherwise for a day, and until you quit</source>
            <translation>Sonst für einen Tag und bis Sie beenden</translation>
        </message>
        <message>
            <source>Set up {server}</source>
            <translation>{server} einrichten</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Sign in to {server}</source>
            <translation>Bei {server} anmelden</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Die beiden Passwörter sind verschieden.</translation>
        </message>
        <message>
            <source>{url} is new. Make its first account: an administrator's.</source>
            <translation>{url} ist neu. Legen Sie sein erstes Konto an: das eines Administrators.</translation>
        </message>
        <message>
            <source>{url} wants to know who you are.</source>
            <translation>{url} möchte wissen, wer Sie sind.</translation>
        </message>
    </context>
    <context>
        <name>Stage</name>
        <message>
            <source>No preview yet.</source>
            <translation>Noch keine Vorschau.</translation>
        </message>
        <message>
            <source>Nothing runs. Open a workflow and press Invoke: its pictures appear here.</source>
            <translation>Nichts läuft. Öffnen Sie einen Workflow und drücken Sie Invoke: Seine Bilder erscheinen hier.</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Bühne</translation>
        </message>
        <message>
            <source>This picture cannot be shown.</source>
            <translation>Dieses Bild kann nicht gezeigt werden.</translation>
        </message>
    </context>
    <context>
        <name>StageHeader</name>
        <message>
            <source>All running previews</source>
            <translation>Alle laufenden Vorschauen</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Folgen</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <source>New previews and results take the stage until you click on it</source>
            <translation>Neue Vorschauen und Ergebnisse kommen auf die Bühne, bis Sie darauf klicken</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Bühne</translation>
        </message>
        <message>
            <source>Stage in a window of its own</source>
            <translation>Bühne in eigenem Fenster</translation>
        </message>
    </context>
    <context>
        <name>StarterPage</name>
        <message>
            <source>Base</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>Filter names, bases, types</source>
            <translation>Namen, Basen, Typen filtern</translation>
        </message>
        <message>
            <source>Install</source>
            <translation>Installieren</translation>
        </message>
        <message>
            <source>Install {count}</source>
            <translation>{count} installieren</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Installiert</translation>
        </message>
        <message>
            <source>Installs {names} with it.</source>
            <translation>Installiert auch {names}.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>No server is connected.</source>
            <translation>Kein Server ist verbunden.</translation>
        </message>
        <message>
            <source>No starter model matches.</source>
            <translation>Kein Startermodell passt.</translation>
        </message>
        <message>
            <source>Only administrators of this server install models.</source>
            <translation>Nur Administratoren dieses Servers installieren Modelle.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <source>Starter models</source>
            <translation>Startermodelle</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Typ</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>All events</source>
            <translation>Alle Ereignisse</translation>
        </message>
    </context>
    <context>
        <name>StatusChips</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Laufend</translation>
        </message>
    </context>
    <context>
        <name>SweepDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Every combination with other sweeps</source>
            <translation>Jede Kombination mit anderen Wertereihen</translation>
        </message>
        <message>
            <source>How it goes with other sweeps</source>
            <translation>Wie sie zu anderen Wertereihen steht</translation>
        </message>
        <message>
            <source>In step with {field}, {count} values</source>
            <translation>Im Gleichschritt mit {field}, {count} Werte</translation>
        </message>
        <message>
            <source>No values yet</source>
            <translation>Noch keine Werte</translation>
        </message>
        <message>
            <source>Sweep</source>
            <translation>Wertereihe</translation>
        </message>
        <message>
            <source>Vary {field}</source>
            <translation>{field} variieren</translation>
        </message>
        <message>
            <source>Where the values come from</source>
            <translation>Woher die Werte kommen</translation>
        </message>
    </context>
    <context>
        <name>SweepField</name>
        <message>
            <source>Remove the sweep</source>
            <translation>Wertereihe entfernen</translation>
        </message>
        <message>
            <source>{label}, swept: {values}</source>
            <translation>{label}, Wertereihe: {values}</translation>
        </message>
    </context>
    <context>
        <name>SystemTray</name>
        <message>
            <source>Nothing runs</source>
            <translation>Nichts läuft</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Show the window</source>
            <translation>Fenster zeigen</translation>
        </message>
    </context>
    <context>
        <name>TablePage</name>
        <message>
            <source>Column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt)</source>
            <translation>Tabellen (*.csv *.tsv *.txt)</translation>
        </message>
    </context>
    <context>
        <name>TagPopup</name>
        <message>
            <source>Commas between tags. Enter keeps them.</source>
            <translation>Kommas zwischen Tags. Die Eingabetaste behält sie.</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>keep, for print</source>
            <translation>behalten, zum Drucken</translation>
        </message>
    </context>
    <context>
        <name>Tagging</name>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>Tags of {pictures}</source>
            <translation>Tags von {pictures}</translation>
        </message>
    </context>
    <context>
        <name>Tile</name>
        <message>
            <source>No preview yet.</source>
            <translation>Noch keine Vorschau.</translation>
        </message>
    </context>
    <context>
        <name>TitleSwitcher</name>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
        <message>
            <source>Workflow: {title}</source>
            <translation>Workflow: {title}</translation>
        </message>
        <message>
            <source>unsaved</source>
            <translation>nicht gespeichert</translation>
        </message>
    </context>
    <context>
        <name>ToggleEditor</name>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>On</source>
            <translation>An</translation>
        </message>
        <message>
            <source>{word} (default)</source>
            <translation>{word} (Standard)</translation>
        </message>
    </context>
    <context>
        <name>TokenLine</name>
        <message>
            <source>Access token</source>
            <translation>Zugriffstoken</translation>
        </message>
        <message>
            <source>Access token, if needed</source>
            <translation>Zugriffstoken, falls nötig</translation>
        </message>
    </context>
    <context>
        <name>TransferLine</name>
        <message>
            <source>Downloading {place}</source>
            <translation>{place} wird heruntergeladen</translation>
        </message>
        <message>
            <source>Drawing {done} of {total} on {place}</source>
            <translation>{done} von {total} werden auf {place} gezeichnet</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Saving {done} of {total} to {place}</source>
            <translation>{done} von {total} werden in {place} gespeichert</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>The server packs {total} pictures</source>
            <translation>Der Server packt {total} Bilder</translation>
        </message>
        <message>
            <source>Uploading {done} of {total} to {place}</source>
            <translation>{done} von {total} werden auf {place} hochgeladen</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
    </context>
    <context>
        <name>TrashModel</name>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Deleted here {time}</source>
            <translation>Hier gelöscht {time}</translation>
        </message>
        <message>
            <source>Deleted on the server</source>
            <translation>Auf dem Server gelöscht</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>in {delay}</source>
            <translation>in {delay}</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
    </context>
    <context>
        <name>TrashWindow</name>
        <message>
            <source>Ask before pictures go to the trash</source>
            <translation>Fragen, bevor Bilder in den Papierkorb gehen</translation>
        </message>
        <message>
            <source>Ask first</source>
            <translation>Vorher fragen</translation>
        </message>
        <message>
            <source>Delete now…</source>
            <translation>Jetzt löschen…</translation>
        </message>
        <message>
            <source>Delete on the server after</source>
            <translation>Auf dem Server löschen nach</translation>
        </message>
        <message>
            <source>Empty the trash…</source>
            <translation>Papierkorb leeren…</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Restore all</source>
            <translation>Alle wiederherstellen</translation>
        </message>
        <message>
            <source>The trash is empty.</source>
            <translation>Der Papierkorb ist leer.</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Papierkorb</translation>
        </message>
        <message>
            <source>Trash of {server}</source>
            <translation>Papierkorb von {server}</translation>
        </message>
        <message>
            <source>{pictures}, {size}</source>
            <translation>{pictures}, {size}</translation>
        </message>
    </context>
    <context>
        <name>TrayKeeper</name>
        <message>
            <source>Click on its icon to see the window. File &gt; Quit ends it.</source>
            <translation>Ein Klick auf sein Symbol zeigt das Fenster. Datei &gt; Beenden schließt es ganz.</translation>
        </message>
        <message>
            <source>ivk desktop goes on in the tray</source>
            <translation>ivk desktop läuft im Infobereich weiter</translation>
        </message>
    </context>
    <context>
        <name>UndoActions</name>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Redo {what}</source>
            <translation>{what} &amp;wiederholen</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Undo {what}</source>
            <translation>{what} &amp;rückgängig machen</translation>
        </message>
    </context>
    <context>
        <name>UndoOffer</name>
        <message>
            <source>Undo (enqueue {items} again, with new ids)</source>
            <translation>Rückgängig ({items} mit neuen IDs wieder einreihen)</translation>
        </message>
    </context>
    <context>
        <name>VideoEditor</name>
        <message>
            <source>Drop a video here</source>
            <translation>Video hier ablegen</translation>
        </message>
    </context>
    <context>
        <name>ViewBar</name>
        <message>
            <source>Along</source>
            <translation>Waagerecht</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Senkrecht</translation>
        </message>
        <message>
            <source>Larger pictures (+)</source>
            <translation>Größere Bilder (+)</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Picture of each item</source>
            <translation>Bild jedes Elements</translation>
        </message>
        <message>
            <source>Picture {number}</source>
            <translation>Bild {number}</translation>
        </message>
        <message>
            <source>Smaller pictures (-)</source>
            <translation>Kleinere Bilder (-)</translation>
        </message>
    </context>
    <context>
        <name>ViewMenus</name>
        <message>
            <source>&amp;Columns…</source>
            <translation>&amp;Spalten…</translation>
        </message>
        <message>
            <source>&amp;Filter by</source>
            <translation>&amp;Filtern nach</translation>
        </message>
        <message>
            <source>&amp;Filter…</source>
            <translation>&amp;Filtern…</translation>
        </message>
        <message>
            <source>&amp;Group by</source>
            <translation>&amp;Gruppieren nach</translation>
        </message>
        <message>
            <source>&amp;Hide</source>
            <translation>&amp;Verbergen</translation>
        </message>
        <message>
            <source>&amp;Run order</source>
            <translation>&amp;Laufreihenfolge</translation>
        </message>
        <message>
            <source>&amp;Sort by</source>
            <translation>S&amp;ortieren nach</translation>
        </message>
        <message>
            <source>Clear f&amp;ilter</source>
            <translation>F&amp;ilter löschen</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>Absteigend</translation>
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation>Nach &amp;links</translation>
        </message>
        <message>
            <source>Move ri&amp;ght</source>
            <translation>Nach &amp;rechts</translation>
        </message>
        <message>
            <source>Run order</source>
            <translation>Laufreihenfolge</translation>
        </message>
        <message>
            <source>Sort &amp;ascending</source>
            <translation>&amp;Aufsteigend sortieren</translation>
        </message>
        <message>
            <source>Sort &amp;descending</source>
            <translation>A&amp;bsteigend sortieren</translation>
        </message>
    </context>
    <context>
        <name>ViewModes</name>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
    </context>
    <context>
        <name>Viewer</name>
        <message>
            <source>Viewer</source>
            <translation>Betrachter</translation>
        </message>
    </context>
    <context>
        <name>ViewerBar</name>
        <message>
            <source>Place in the list</source>
            <translation>Platz in der Liste</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} von {count}</translation>
        </message>
    </context>
    <context>
        <name>Wall</name>
        <message>
            <source>All running previews</source>
            <translation>Alle laufenden Vorschauen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Nothing runs now. Press Escape to go back.</source>
            <translation>Jetzt läuft nichts. Mit Escape geht es zurück.</translation>
        </message>
        <message>
            <source>Show on {screen}</source>
            <translation>Auf {screen} zeigen</translation>
        </message>
    </context>
    <context>
        <name>WarningLine</name>
        <message>
            <source>And {count} more</source>
            <translation>Und {count} weitere</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Show less</source>
            <translation>Weniger zeigen</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
    </context>
    <context>
        <name>WindowBoards</name>
        <message>
            <source>Download pictures</source>
            <translation>Bilder herunterladen</translation>
        </message>
        <message>
            <source>Name of the board</source>
            <translation>Name des Boards</translation>
        </message>
        <message>
            <source>New board</source>
            <translation>Neues Board</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>Bilder ({endings})</translation>
        </message>
        <message>
            <source>Rename board</source>
            <translation>Board umbenennen</translation>
        </message>
        <message>
            <source>Results whose board is automatic go to {board} now.</source>
            <translation>Ergebnisse, deren Board automatisch ist, gehen jetzt auf {board}.</translation>
        </message>
        <message>
            <source>The board {name} is there.</source>
            <translation>Das Board {name} ist da.</translation>
        </message>
        <message>
            <source>These pictures are on another server: drag their files here instead.</source>
            <translation>Diese Bilder sind auf einem anderen Server: Ziehen Sie stattdessen ihre Dateien hierher.</translation>
        </message>
        <message>
            <source>Upload pictures to {board}</source>
            <translation>Bilder auf {board} hochladen</translation>
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation>Zip-Dateien (*.zip)</translation>
        </message>
        <message>
            <source>{pictures} moved to {board}.</source>
            <translation>{pictures} auf {board} verschoben.</translation>
        </message>
    </context>
    <context>
        <name>WindowDetails</name>
        <message>
            <source>A bug report is on the clipboard, without secrets.</source>
            <translation>Ein Fehlerbericht ohne Geheimnisse ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>Details of item {id}</source>
            <translation>Details von Element {id}</translation>
        </message>
    </context>
    <context>
        <name>WindowEvents</name>
        <message>
            <source>The recording could not be opened.</source>
            <translation>Die Aufzeichnung konnte nicht geöffnet werden.</translation>
        </message>
    </context>
    <context>
        <name>WindowHelp</name>
        <message>
            <source>Copy this into a bug report. It holds versions and the end of the log, and neither passwords nor addresses nor prompts. Nothing is sent by itself.</source>
            <translation>Kopieren Sie dies in einen Fehlerbericht. Es enthält Versionen und das Ende des Protokolls, aber weder Passwörter noch Adressen noch Prompts. Nichts wird von selbst gesendet.</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>Diagnose</translation>
        </message>
        <message>
            <source>Large pictures</source>
            <translation>Große Bilder</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Melden…</translation>
        </message>
        <message>
            <source>Rows of the queue</source>
            <translation>Zeilen der Warteschlange</translation>
        </message>
        <message>
            <source>User guide</source>
            <translation>Benutzerhandbuch</translation>
        </message>
    </context>
    <context>
        <name>WindowHistory</name>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Deleted {count} items from the history.</source>
            <translation>{count} Elemente aus dem Verlauf gelöscht.</translation>
        </message>
        <message>
            <source>Export the history</source>
            <translation>Verlauf exportieren</translation>
        </message>
        <message>
            <source>Submitted 1 item again.</source>
            <translation>1 Element erneut abgeschickt.</translation>
        </message>
        <message>
            <source>Submitted {count} items again.</source>
            <translation>{count} Elemente erneut abgeschickt.</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tabellen (*.csv)</translation>
        </message>
        <message>
            <source>Writing {file}</source>
            <translation>{file} wird geschrieben</translation>
        </message>
        <message>
            <source>Wrote {count} items to {file}.</source>
            <translation>{count} Elemente in {file} geschrieben.</translation>
        </message>
        <message>
            <source>history</source>
            <translation>verlauf</translation>
        </message>
    </context>
    <context>
        <name>WindowModelManager</name>
        <message>
            <source>Deleted {models}.</source>
            <translation>{models} gelöscht.</translation>
        </message>
        <message>
            <source>Installed {name}.</source>
            <translation>{name} installiert.</translation>
        </message>
        <message>
            <source>Picture for {model}</source>
            <translation>Bild für {model}</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>Bilder ({endings})</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
    </context>
    <context>
        <name>WindowOpening</name>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Clear this list</source>
            <translation>Diese Liste leeren</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Open workflows</source>
            <translation>Workflows öffnen</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>Eingefügt</translation>
        </message>
        <message>
            <source>The clipboard holds no workflow, and no PNG that may carry one.</source>
            <translation>Die Zwischenablage enthält keinen Workflow und kein PNG, das einen tragen könnte.</translation>
        </message>
        <message>
            <source>Workflows and pictures (*.json *.png)</source>
            <translation>Workflows und Bilder (*.json *.png)</translation>
        </message>
    </context>
    <context>
        <name>WindowPalette</name>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Open workflow</source>
            <translation>Workflow öffnen</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
    </context>
    <context>
        <name>WindowPictures</name>
        <message>
            <source>Done with the pictures of {server} alone: choose the others then.</source>
            <translation>Nur die Bilder von {server} sind erledigt: Wählen Sie die anderen danach.</translation>
        </message>
        <message>
            <source>Move {pictures} to</source>
            <translation>{pictures} verschieben nach</translation>
        </message>
        <message>
            <source>New board…</source>
            <translation>Neues Board…</translation>
        </message>
        <message>
            <source>Nothing is in the trash any more that could be brought back.</source>
            <translation>Im Papierkorb ist nichts mehr, was zurückgeholt werden könnte.</translation>
        </message>
        <message>
            <source>The marks are back.</source>
            <translation>Die Markierungen sind wieder da.</translation>
        </message>
        <message>
            <source>The marks of {pictures} are gone.</source>
            <translation>Die Markierungen von {pictures} sind weg.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>{pictures} brought back from the trash.</source>
            <translation>{pictures} aus dem Papierkorb zurückgeholt.</translation>
        </message>
        <message>
            <source>{pictures} in the trash.</source>
            <translation>{pictures} im Papierkorb.</translation>
        </message>
    </context>
    <context>
        <name>WindowQueue</name>
        <message>
            <source>&amp;Undo cancel</source>
            <translation>Abbrechen &amp;rückgängig machen</translation>
        </message>
        <message>
            <source>&amp;Undo: enqueue {items} again</source>
            <translation>&amp;Rückgängig: {items} wieder einreihen</translation>
        </message>
        <message>
            <source>Copied the graph.</source>
            <translation>Der Graph ist kopiert.</translation>
        </message>
        <message>
            <source>Enqueue again</source>
            <translation>Wieder einreihen</translation>
        </message>
        <message>
            <source>It is not known whether {items} were enqueued again before the connection was lost.</source>
            <translation>Es ist nicht bekannt, ob {items} wieder eingereiht wurden, bevor die Verbindung verloren ging.</translation>
        </message>
    </context>
    <context>
        <name>WindowSaving</name>
        <message>
            <source>Name of the new workflow</source>
            <translation>Name des neuen Workflows</translation>
        </message>
        <message>
            <source>Save to the library</source>
            <translation>In der Bibliothek speichern</translation>
        </message>
        <message>
            <source>Save workflow</source>
            <translation>Workflow speichern</translation>
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation>In {file} gespeichert.</translation>
        </message>
        <message>
            <source>Saved {name} to the library.</source>
            <translation>{name} in der Bibliothek gespeichert.</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}.</source>
            <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
        </message>
    </context>
    <context>
        <name>WindowServers</name>
        <message>
            <source>Another server…</source>
            <translation>Ein anderer Server…</translation>
        </message>
        <message>
            <source>Connect to {server}</source>
            <translation>Mit {server} verbinden</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>Trennen</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <source>List its boards, models and workflows</source>
            <translation>Seine Boards, Modelle und Workflows auflisten</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Retry now</source>
            <translation>Jetzt wieder versuchen</translation>
        </message>
        <message>
            <source>Show in strip, lanes and queue</source>
            <translation>In Leiste, Spuren und Warteschlange zeigen</translation>
        </message>
    </context>
    <context>
        <name>WindowSessions</name>
        <message>
            <source>No field of this form takes {model}.</source>
            <translation>Kein Feld dieses Formulars nimmt {model}.</translation>
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation>In {file} gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>WindowSheets</name>
        <message>
            <source>Batch nodes vary here, too: such winners run again one at a time.</source>
            <translation>Auch Stapelknoten variieren hier: Solche Favoriten laufen nur einzeln erneut.</translation>
        </message>
        <message>
            <source>No batch of this server varies anything: sweep a field first.</source>
            <translation>Kein Stapel dieses Servers variiert etwas: Geben Sie erst einem Feld eine Wertereihe.</translation>
        </message>
        <message>
            <source>No field of this form takes other values.</source>
            <translation>Kein Feld dieses Formulars nimmt andere Werte.</translation>
        </message>
        <message>
            <source>Open sheet</source>
            <translation>Bogen öffnen</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>Bilder (*.png)</translation>
        </message>
        <message>
            <source>Save the sheet</source>
            <translation>Bogen speichern</translation>
        </message>
        <message>
            <source>The sheet fills as items finish.</source>
            <translation>Der Bogen füllt sich, während Elemente fertig werden.</translation>
        </message>
    </context>
    <context>
        <name>WindowSignIn</name>
        <message>
            <source>Sign &amp;in as another user…</source>
            <translation>Als anderer Benutzer an&amp;melden…</translation>
        </message>
        <message>
            <source>Sign &amp;in…</source>
            <translation>An&amp;melden…</translation>
        </message>
        <message>
            <source>Sign &amp;out {name}</source>
            <translation>{name} ab&amp;melden</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>You are signed out of {server}: what is shown is of before.</source>
            <translation>Sie sind von {server} abgemeldet: Was gezeigt wird, ist von vorher.</translation>
        </message>
        <message>
            <source>Your sign-in to {server} ends at {time}.</source>
            <translation>Ihre Anmeldung bei {server} endet um {time}.</translation>
        </message>
        <message>
            <source>{server} wants you to sign in.</source>
            <translation>{server} verlangt eine Anmeldung.</translation>
        </message>
    </context>
    <context>
        <name>WindowSubmits</name>
        <message>
            <source>Copied, with $IVK_TOKEN in place of a token.</source>
            <translation>Kopiert, mit $IVK_TOKEN anstelle eines Tokens.</translation>
        </message>
        <message>
            <source>This server's requests cannot be copied.</source>
            <translation>Die Anfragen dieses Servers können nicht kopiert werden.</translation>
        </message>
    </context>
    <context>
        <name>WindowTargets</name>
        <message>
            <source>Least busy: {why}.</source>
            <translation>Am wenigsten belegt: {why}.</translation>
        </message>
        <message>
            <source>fewest items wait there: {count}</source>
            <translation>dort warten die wenigsten Elemente: {count}</translation>
        </message>
        <message>
            <source>its queue is done first, in {time}</source>
            <translation>seine Warteschlange ist zuerst fertig, in {time}</translation>
        </message>
        <message>
            <source>no other connected server has all that is needed</source>
            <translation>kein anderer verbundener Server hat alles Nötige</translation>
        </message>
        <message>
            <source>nothing runs there</source>
            <translation>dort läuft nichts</translation>
        </message>
        <message>
            <source>on {server}</source>
            <translation>auf {server}</translation>
        </message>
        <message>
            <source>the others are paused</source>
            <translation>die anderen sind angehalten</translation>
        </message>
        <message>
            <source>{server} lacks {what}.</source>
            <translation>{server} fehlt {what}.</translation>
        </message>
        <message>
            <source>{workflow} goes to {server}: {why}.</source>
            <translation>{workflow} geht an {server}: {why}.</translation>
        </message>
    </context>
    <context>
        <name>WindowWall</name>
        <message>
            <source>On {screen}</source>
            <translation>Auf {screen}</translation>
        </message>
    </context>
    <context>
        <name>WorkSigns</name>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Nothing runs</source>
            <translation>Nichts läuft</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>{count} left</source>
            <translation>noch {count}</translation>
        </message>
    </context>
    <context>
        <name>WorkWatch</name>
        <message>
            <source>All work is done. Runs in {seconds} s: {command}</source>
            <translation>Alle Arbeit ist fertig. Läuft in {seconds} s: {command}</translation>
        </message>
        <message>
            <source>All work is done. The command runs now.</source>
            <translation>Alle Arbeit ist fertig. Der Befehl läuft jetzt.</translation>
        </message>
        <message>
            <source>Do not run it</source>
            <translation>Nicht ausführen</translation>
        </message>
        <message>
            <source>Items are running</source>
            <translation>Elemente laufen</translation>
        </message>
        <message>
            <source>The command was not run.</source>
            <translation>Der Befehl wurde nicht ausgeführt.</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;About</source>
            <translation>Ü&amp;ber</translation>
        </message>
        <message>
            <source>&amp;Cancel selected</source>
            <translation>&amp;Auswahl abbrechen</translation>
        </message>
        <message>
            <source>&amp;Close workflow</source>
            <translation>Workflow s&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Connect to a server…</source>
            <translation>Mit einem Server &amp;verbinden…</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Edit this server…</source>
            <translation>Diesen Server &amp;bearbeiten…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Filter</source>
            <translation>&amp;Filtern</translation>
        </message>
        <message>
            <source>&amp;Find or do…</source>
            <translation>&amp;Suchen oder ausführen…</translation>
        </message>
        <message>
            <source>&amp;Form</source>
            <translation>&amp;Formular</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;History…</source>
            <translation>Verla&amp;uf…</translation>
        </message>
        <message>
            <source>&amp;Invoke</source>
            <translation>&amp;Invoke</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Live</source>
            <translation>&amp;Live</translation>
        </message>
        <message>
            <source>&amp;Mini</source>
            <translation>&amp;Mini</translation>
        </message>
        <message>
            <source>&amp;New board…</source>
            <translation>&amp;Neues Board…</translation>
        </message>
        <message>
            <source>&amp;Next workflow</source>
            <translation>&amp;Nächster Workflow</translation>
        </message>
        <message>
            <source>&amp;Open workflow…</source>
            <translation>Workflow ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>&amp;Paste a workflow</source>
            <translation>Workflow &amp;einfügen</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation>Eins&amp;tellungen…</translation>
        </message>
        <message>
            <source>&amp;Previous workflow</source>
            <translation>Vo&amp;riger Workflow</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>&amp;Warteschlange</translation>
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
            <translation>Ak&amp;tualisieren</translation>
        </message>
        <message>
            <source>&amp;Results</source>
            <translation>&amp;Ergebnisse</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>&amp;Sichten</translation>
        </message>
        <message>
            <source>&amp;Save workflow</source>
            <translation>Workflow &amp;speichern</translation>
        </message>
        <message>
            <source>&amp;Server</source>
            <translation>&amp;Server</translation>
        </message>
        <message>
            <source>&amp;Server page…</source>
            <translation>&amp;Serverseite…</translation>
        </message>
        <message>
            <source>&amp;Sidebar</source>
            <translation>&amp;Seitenleiste</translation>
        </message>
        <message>
            <source>&amp;System</source>
            <translation>&amp;System</translation>
        </message>
        <message>
            <source>&amp;Trash…</source>
            <translation>&amp;Papierkorb…</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Undo cancel</source>
            <translation>Abbrechen &amp;rückgängig machen</translation>
        </message>
        <message>
            <source>&amp;Upload pictures…</source>
            <translation>Bilder &amp;hochladen…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Work</source>
            <translation>&amp;Arbeiten</translation>
        </message>
        <message>
            <source>Actual size, or fit</source>
            <translation>Originalgröße oder einpassen</translation>
        </message>
        <message>
            <source>Add to what is compared, or not</source>
            <translation>Zum Vergleich hinzufügen oder nicht</translation>
        </message>
        <message>
            <source>All &amp;events</source>
            <translation>&amp;Alle Ereignisse</translation>
        </message>
        <message>
            <source>As &amp;batches</source>
            <translation>Als &amp;Stapel</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Beside each other</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>C&amp;lear the queue</source>
            <translation>Warteschlan&amp;ge leeren</translation>
        </message>
        <message>
            <source>Cancel &amp;running item</source>
            <translation>&amp;Laufendes Element abbrechen</translation>
        </message>
        <message>
            <source>Cancel all p&amp;ending</source>
            <translation>Alle &amp;wartenden abbrechen</translation>
        </message>
        <message>
            <source>Cancel e&amp;verything</source>
            <translation>All&amp;es abbrechen</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy &amp;diagnostics…</source>
            <translation>&amp;Diagnose kopieren…</translation>
        </message>
        <message>
            <source>Delete for good…</source>
            <translation>Endgültig löschen…</translation>
        </message>
        <message>
            <source>Delete what is marked…</source>
            <translation>Markierte löschen…</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Unterschied</translation>
        </message>
        <message>
            <source>Disco&amp;nnect</source>
            <translation>Verbindung tre&amp;nnen</translation>
        </message>
        <message>
            <source>E&amp;vent log</source>
            <translation>Ereignis&amp;protokoll</translation>
        </message>
        <message>
            <source>Enlarge &amp;queue</source>
            <translation>&amp;Warteschlange vergrößern</translation>
        </message>
        <message>
            <source>F&amp;ollow</source>
            <translation>F&amp;olgen</translation>
        </message>
        <message>
            <source>Failure&amp;s…</source>
            <translation>Fe&amp;hlschläge…</translation>
        </message>
        <message>
            <source>First picture</source>
            <translation>Erstes Bild</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <source>Fit pictur&amp;e</source>
            <translation>Bild ein&amp;passen</translation>
        </message>
        <message>
            <source>Full s&amp;creen</source>
            <translation>Voll&amp;bild</translation>
        </message>
        <message>
            <source>Invoke at the &amp;front</source>
            <translation>Invoke ganz &amp;vorn</translation>
        </message>
        <message>
            <source>Larger &amp;text</source>
            <translation>&amp;Größerer Text</translation>
        </message>
        <message>
            <source>Last picture</source>
            <translation>Letztes Bild</translation>
        </message>
        <message>
            <source>M&amp;onitor</source>
            <translation>Über&amp;wachen</translation>
        </message>
        <message>
            <source>Mark for deletion, or not</source>
            <translation>Zum Löschen markieren oder nicht</translation>
        </message>
        <message>
            <source>Mo&amp;de</source>
            <translation>&amp;Modus</translation>
        </message>
        <message>
            <source>Mode&amp;ls…</source>
            <translation>M&amp;odelle…</translation>
        </message>
        <message>
            <source>Move to a board…</source>
            <translation>Auf ein Board verschieben…</translation>
        </message>
        <message>
            <source>Next picture</source>
            <translation>Nächstes Bild</translation>
        </message>
        <message>
            <source>Only pictures of its batch</source>
            <translation>Nur Bilder seines Stapels</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open &amp;log folder</source>
            <translation>Protokoll&amp;ordner öffnen</translation>
        </message>
        <message>
            <source>Open in the system's player</source>
            <translation>Im Player des Systems öffnen</translation>
        </message>
        <message>
            <source>Open its workflow</source>
            <translation>Seinen Workflow öffnen</translation>
        </message>
        <message>
            <source>Open r&amp;ecent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Over the whole screen</source>
            <translation>Über den ganzen Bildschirm</translation>
        </message>
        <message>
            <source>Preview w&amp;all</source>
            <translation>&amp;Vorschauwand</translation>
        </message>
        <message>
            <source>Previous picture</source>
            <translation>Voriges Bild</translation>
        </message>
        <message>
            <source>Q&amp;ueue in a window of its own</source>
            <translation>&amp;Warteschlange in eigenem Fenster</translation>
        </message>
        <message>
            <source>Rate 1</source>
            <translation>Mit 1 bewerten</translation>
        </message>
        <message>
            <source>Rate 2</source>
            <translation>Mit 2 bewerten</translation>
        </message>
        <message>
            <source>Rate 3</source>
            <translation>Mit 3 bewerten</translation>
        </message>
        <message>
            <source>Rate 4</source>
            <translation>Mit 4 bewerten</translation>
        </message>
        <message>
            <source>Rate 5</source>
            <translation>Mit 5 bewerten</translation>
        </message>
        <message>
            <source>Re&amp;move this server</source>
            <translation>Diesen Server &amp;entfernen</translation>
        </message>
        <message>
            <source>Re&amp;try all failed</source>
            <translation>Alle &amp;fehlgeschlagenen wiederholen</translation>
        </message>
        <message>
            <source>Remove en&amp;ded</source>
            <translation>&amp;Beendete entfernen</translation>
        </message>
        <message>
            <source>Reset all &amp;values</source>
            <translation>Alle Werte &amp;zurücksetzen</translation>
        </message>
        <message>
            <source>Reset la&amp;yout</source>
            <translation>L&amp;ayout zurücksetzen</translation>
        </message>
        <message>
            <source>Run again with its values</source>
            <translation>Mit seinen Werten erneut ausführen</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>&amp;Kleinerer Text</translation>
        </message>
        <message>
            <source>S&amp;weep sheet…</source>
            <translation>B&amp;ogen der Wertereihe…</translation>
        </message>
        <message>
            <source>Save &amp;result as…</source>
            <translation>&amp;Ergebnis speichern als…</translation>
        </message>
        <message>
            <source>Save to a &amp;file as…</source>
            <translation>In einer &amp;Datei speichern als…</translation>
        </message>
        <message>
            <source>Save to the li&amp;brary as…</source>
            <translation>&amp;In der Bibliothek speichern als…</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Speichern…</translation>
        </message>
        <message>
            <source>Send its prompt to the open form</source>
            <translation>Seinen Prompt an das offene Formular senden</translation>
        </message>
        <message>
            <source>Send its seed to the open form</source>
            <translation>Seinen Seed an das offene Formular senden</translation>
        </message>
        <message>
            <source>Ser&amp;vers</source>
            <translation>&amp;Alle Server</translation>
        </message>
        <message>
            <source>Server on this com&amp;puter…</source>
            <translation>Server auf diesem &amp;Computer…</translation>
        </message>
        <message>
            <source>Show in board</source>
            <translation>Im Board zeigen</translation>
        </message>
        <message>
            <source>Show the queue item that made it</source>
            <translation>Das Element der Warteschlange zeigen, das es gemacht hat</translation>
        </message>
        <message>
            <source>Sign &amp;in…</source>
            <translation>An&amp;melden…</translation>
        </message>
        <message>
            <source>Sign &amp;out</source>
            <translation>Abme&amp;lden</translation>
        </message>
        <message>
            <source>Slide show</source>
            <translation>Diaschau</translation>
        </message>
        <message>
            <source>St&amp;age in a window of its own</source>
            <translation>&amp;Bühne in eigenem Fenster</translation>
        </message>
        <message>
            <source>Star, or take the star away</source>
            <translation>Stern geben oder nehmen</translation>
        </message>
        <message>
            <source>T&amp;heme</source>
            <translation>&amp;Design</translation>
        </message>
        <message>
            <source>Tags…</source>
            <translation>Tags…</translation>
        </message>
        <message>
            <source>Take the rating away</source>
            <translation>Bewertung entfernen</translation>
        </message>
        <message>
            <source>Ten pictures back</source>
            <translation>Zehn Bilder zurück</translation>
        </message>
        <message>
            <source>Ten pictures on</source>
            <translation>Zehn Bilder weiter</translation>
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation>&amp;Demo ausprobieren</translation>
        </message>
        <message>
            <source>Use it as input</source>
            <translation>Als Eingabe verwenden</translation>
        </message>
        <message>
            <source>Use its values in the open form</source>
            <translation>Seine Werte im offenen Formular verwenden</translation>
        </message>
        <message>
            <source>User &amp;guide</source>
            <translation>Benutzer&amp;handbuch</translation>
        </message>
        <message>
            <source>Vary: its values, a new seed</source>
            <translation>Variieren: seine Werte, ein neuer Seed</translation>
        </message>
        <message>
            <source>What it was made of</source>
            <translation>Woraus es gemacht wurde</translation>
        </message>
        <message>
            <source>Windo&amp;ws of their own</source>
            <translation>E&amp;igene Fenster</translation>
        </message>
        <message>
            <source>With a slider</source>
            <translation>Mit einem Schieber</translation>
        </message>
        <message>
            <source>Workflow &amp;library…</source>
            <translation>Workflow-Bib&amp;liothek…</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>&amp;Hineinzoomen</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Hineinzoomen</translation>
        </message>
        <message>
            <source>Zoom o&amp;ut</source>
            <translation>Hera&amp;uszoomen</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Herauszoomen</translation>
        </message>
    </context>
    <context>
        <name>boards</name>
        <message>
            <source>All {total} pictures are indexed</source>
            <translation>Alle {total} Bilder sind im Index</translation>
        </message>
        <message>
            <source>Indexed {done} of {total}</source>
            <translation>{done} von {total} im Index</translation>
        </message>
        <message>
            <source>Nothing is indexed yet</source>
            <translation>Noch nichts ist im Index</translation>
        </message>
        <message>
            <source>The server searches all of it as one text: filters need the index.</source>
            <translation>Der Server sucht alles als einen Text: Filter brauchen den Index.</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>Ohne Kategorie</translation>
        </message>
    </context>
    <context>
        <name>clock</name>
        <message>
            <source>Add one to begin</source>
            <translation>Fügen Sie einen hinzu, um zu beginnen</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>Wird verbunden</translation>
        </message>
        <message>
            <source>Done about {time}</source>
            <translation>Fertig etwa {time}</translation>
        </message>
        <message>
            <source>Done: not known</source>
            <translation>Fertig: nicht bekannt</translation>
        </message>
        <message>
            <source>Done: not known yet</source>
            <translation>Fertig: noch nicht bekannt</translation>
        </message>
        <message>
            <source>Idle</source>
            <translation>Untätig</translation>
        </message>
        <message>
            <source>Idle since {time}</source>
            <translation>Untätig seit {time}</translation>
        </message>
        <message>
            <source>No server</source>
            <translation>Kein Server</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Nicht verbunden</translation>
        </message>
        <message>
            <source>Paused, {count} pending</source>
            <translation>Angehalten, {count} wartend</translation>
        </message>
        <message>
            <source>Pauses after this item</source>
            <translation>Hält nach diesem Element an</translation>
        </message>
        <message>
            <source>connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <source>trying again</source>
            <translation>neuer Versuch</translation>
        </message>
        <message>
            <source>{ended} of {total} items</source>
            <translation>{ended} von {total} Elementen</translation>
        </message>
    </context>
    <context>
        <name>delays</name>
        <message>
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translation>1 Stunde</translation>
        </message>
        <message>
            <source>1 minute</source>
            <translation>1 Minute</translation>
        </message>
        <message>
            <source>1 second</source>
            <translation>1 Sekunde</translation>
        </message>
        <message>
            <source>a moment</source>
            <translation>einem Moment</translation>
        </message>
        <message>
            <source>{count} days</source>
            <translation>{count} Tagen</translation>
        </message>
        <message>
            <source>{count} hours</source>
            <translation>{count} Stunden</translation>
        </message>
        <message>
            <source>{count} minutes</source>
            <translation>{count} Minuten</translation>
        </message>
        <message>
            <source>{count} seconds</source>
            <translation>{count} Sekunden</translation>
        </message>
    </context>
    <context>
        <name>details</name>
        <message>
            <source>took {time}</source>
            <translation>dauerte {time}</translation>
        </message>
        <message>
            <source>{time} so far</source>
            <translation>bisher {time}</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Items: {ids}</source>
            <translation>Elemente: {ids}</translation>
        </message>
        <message>
            <source>No reason given</source>
            <translation>Kein Grund angegeben</translation>
        </message>
        <message>
            <source>Run again. Dismiss this when it went well.</source>
            <translation>Erneut ausgeführt. Blenden Sie dies aus, wenn es gut ging.</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
        <message>
            <source>{count} of them were run again.</source>
            <translation>{count} davon wurden erneut ausgeführt.</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} bis {last}</translation>
        </message>
    </context>
    <context>
        <name>facts</name>
        <message>
            <source>Board</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>Copy {fact}</source>
            <translation>{fact} kopieren</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>Guidance</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Element</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <source>LoRAs</source>
            <translation>LoRAs</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Negative prompt</source>
            <translation>Negativer Prompt</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Prompt</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>Laufzeit</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>Scheduler</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Batch</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <source>Connect to {server} to run it again.</source>
            <translation>Verbinden Sie {server}, um es erneut auszuführen.</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete from history</source>
            <translation>Aus dem Verlauf löschen</translation>
        </message>
        <message>
            <source>Delete this item from the history?</source>
            <translation>Dieses Element aus dem Verlauf löschen?</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>{count} löschen</translation>
        </message>
        <message>
            <source>Delete {count} items from the history?</source>
            <translation>{count} Elemente aus dem Verlauf löschen?</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Do nothing</source>
            <translation>Nichts tun</translation>
        </message>
        <message>
            <source>Each is submitted as a batch of its own.</source>
            <translation>Jedes wird als eigener Stapel abgeschickt.</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Error type</source>
            <translation>Art des Fehlers</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Eingaben</translation>
        </message>
        <message>
            <source>It left the server's queue unseen: how it ended is not known.</source>
            <translation>Es verließ die Warteschlange des Servers ungesehen: Wie es endete, ist nicht bekannt.</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Element</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Its results stay on the server. This cannot be undone.</source>
            <translation>Seine Ergebnisse bleiben auf dem Server. Das kann nicht rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Keep all</source>
            <translation>Alle behalten</translation>
        </message>
        <message>
            <source>Keep only the newest {count} items?</source>
            <translation>Nur die neuesten {count} Elemente behalten?</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Ursprung</translation>
        </message>
        <message>
            <source>Private item</source>
            <translation>Privates Element</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>Erneut ausführen</translation>
        </message>
        <message>
            <source>Run time (s)</source>
            <translation>Laufzeit (s)</translation>
        </message>
        <message>
            <source>Run {count}</source>
            <translation>{count} ausführen</translation>
        </message>
        <message>
            <source>Run {count} items again?</source>
            <translation>{count} Elemente erneut ausführen?</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Size of the history</source>
            <translation>Größe des Verlaufs</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>What it ran with is not kept here, and the server has it no more.</source>
            <translation>Womit es lief, ist hier nicht aufbewahrt, und der Server hat es nicht mehr.</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
        <message>
            <source>{count} items of one batch</source>
            <translation>{count} Elemente eines Stapels</translation>
        </message>
        <message>
            <source>{count} older ones are deleted from the history. This cannot be undone.</source>
            <translation>{count} ältere werden aus dem Verlauf gelöscht. Das kann nicht rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>{span} run time</source>
            <translation>{span} Laufzeit</translation>
        </message>
    </context>
    <context>
        <name>job_texts</name>
        <message>
            <source>Canceled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Canceling</source>
            <translation>Wird abgebrochen</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>Dekodieren</translation>
        </message>
        <message>
            <source>Denoising</source>
            <translation>Entrauschen</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>GPU {number}</source>
            <translation>GPU {number}</translation>
        </message>
        <message>
            <source>Left running</source>
            <translation>Läuft weiter</translation>
        </message>
        <message>
            <source>Loading model</source>
            <translation>Modell wird geladen</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <source>Reading the inputs</source>
            <translation>Eingaben werden gelesen</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Laufend</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>Wird gespeichert</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Wird gesendet</translation>
        </message>
        <message>
            <source>Started elsewhere</source>
            <translation>Anderswo gestartet</translation>
        </message>
        <message>
            <source>Started elsewhere ({title})</source>
            <translation>Anderswo gestartet ({title})</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <source>Time left not known yet</source>
            <translation>Restzeit noch nicht bekannt</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Zurückgestellt</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Arbeitet</translation>
        </message>
        <message>
            <source>{step} of {total}</source>
            <translation>{step} von {total}</translation>
        </message>
        <message>
            <source>{step} of {total}, estimated</source>
            <translation>{step} von {total}, geschätzt</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
    </context>
    <context>
        <name>library</name>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete workflows</source>
            <translation>Workflows löschen</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>{count} löschen</translation>
        </message>
        <message>
            <source>Delete {count} workflows from the library?</source>
            <translation>{count} Workflows aus der Bibliothek löschen?</translation>
        </message>
        <message>
            <source>Delete {name} from the library?</source>
            <translation>{name} aus der Bibliothek löschen?</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>This cannot be undone. What is open here stays open.</source>
            <translation>Das kann nicht rückgängig gemacht werden. Was hier geöffnet ist, bleibt geöffnet.</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
    </context>
    <context>
        <name>links</name>
        <message>
            <source>Another program or a page asks for this.</source>
            <translation>Ein anderes Programm oder eine Seite bittet darum.</translation>
        </message>
        <message>
            <source>Connect to the server {url}?</source>
            <translation>Mit dem Server {url} verbinden?</translation>
        </message>
        <message>
            <source>Do not open</source>
            <translation>Nicht öffnen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open a link</source>
            <translation>Link öffnen</translation>
        </message>
        <message>
            <source>Open the workflow {id} of the server {url}?</source>
            <translation>Den Workflow {id} des Servers {url} öffnen?</translation>
        </message>
        <message>
            <source>Show item {id} in the queue of the server {url}?</source>
            <translation>Element {id} in der Warteschlange des Servers {url} zeigen?</translation>
        </message>
    </context>
    <context>
        <name>models</name>
        <message>
            <source>1 model</source>
            <translation>1 Modell</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Zugriffstoken</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Hinzufügen…</translation>
        </message>
        <message>
            <source>CFG rescale</source>
            <translation>CFG-Rescale</translation>
        </message>
        <message>
            <source>CFG scale</source>
            <translation>CFG-Skala</translation>
        </message>
        <message>
            <source>CLIP embed</source>
            <translation>CLIP-Embed</translation>
        </message>
        <message>
            <source>CLIP vision</source>
            <translation>CLIP-Vision</translation>
        </message>
        <message>
            <source>Canceled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <source>Control LoRA</source>
            <translation>Control-LoRA</translation>
        </message>
        <message>
            <source>ControlNet</source>
            <translation>ControlNet</translation>
        </message>
        <message>
            <source>Default settings</source>
            <translation>Standardeinstellungen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete models</source>
            <translation>Modelle löschen</translation>
        </message>
        <message>
            <source>Delete {count}</source>
            <translation>{count} löschen</translation>
        </message>
        <message>
            <source>Delete {what} ({size}) from the server?</source>
            <translation>{what} ({size}) vom Server löschen?</translation>
        </message>
        <message>
            <source>Delete {what}?</source>
            <translation>{what} löschen?</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Wird heruntergeladen</translation>
        </message>
        <message>
            <source>Embedding</source>
            <translation>Embedding</translation>
        </message>
        <message>
            <source>FP8 storage</source>
            <translation>FP8-Speicherung</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>Files in the server's own models folder are deleted with them. Files elsewhere stay. This cannot be undone.</source>
            <translation>Dateien im eigenen Modellordner des Servers werden mit gelöscht. Dateien anderswo bleiben. Das kann nicht rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>Guidance</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>Hash</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <source>Highest weight</source>
            <translation>Höchstes Gewicht</translation>
        </message>
        <message>
            <source>IP adapter</source>
            <translation>IP-Adapter</translation>
        </message>
        <message>
            <source>Installed</source>
            <translation>Installiert</translation>
        </message>
        <message>
            <source>Installed from</source>
            <translation>Installiert von</translation>
        </message>
        <message>
            <source>Installed, but the server does not know what kind of model it is: {source}</source>
            <translation>Installiert, aber der Server weiß nicht, welche Art Modell es ist: {source}</translation>
        </message>
        <message>
            <source>Installing</source>
            <translation>Wird installiert</translation>
        </message>
        <message>
            <source>It may hold {size}; {cleared} parts were dropped to make room.</source>
            <translation>Er fasst {size}; {cleared} Teile wurden herausgenommen, um Platz zu machen.</translation>
        </message>
        <message>
            <source>Its files are not where the server expects them: workflows with it fail.</source>
            <translation>Seine Dateien sind nicht dort, wo der Server sie erwartet: Workflows damit schlagen fehl.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Schlüssel</translation>
        </message>
        <message>
            <source>LoRA</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Looking through the library…</source>
            <translation>Die Bibliothek wird durchgesehen…</translation>
        </message>
        <message>
            <source>Lowest weight</source>
            <translation>Niedrigstes Gewicht</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>Hauptmodell</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>No open workflow, library workflow or preset names it.</source>
            <translation>Kein offener Workflow, kein Workflow der Bibliothek und keine Vorgabe nennt es.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keines</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Nicht bekannt</translation>
        </message>
        <message>
            <source>Not told</source>
            <translation>Nicht mitgeteilt</translation>
        </message>
        <message>
            <source>Nothing has been loaded yet.</source>
            <translation>Noch nichts wurde geladen.</translation>
        </message>
        <message>
            <source>Nothing in memory; {hits} hits, {misses} misses</source>
            <translation>Nichts im Speicher; {hits} Treffer, {misses} Fehlschläge</translation>
        </message>
        <message>
            <source>ONNX</source>
            <translation>ONNX</translation>
        </message>
        <message>
            <source>On the CPU only</source>
            <translation>Nur auf der CPU</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Preprocessor</source>
            <translation>Präprozessor</translation>
        </message>
        <message>
            <source>Related models</source>
            <translation>Verwandte Modelle</translation>
        </message>
        <message>
            <source>Remove picture</source>
            <translation>Bild entfernen</translation>
        </message>
        <message>
            <source>Scheduler</source>
            <translation>Scheduler</translation>
        </message>
        <message>
            <source>Set picture…</source>
            <translation>Bild festlegen…</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>T2I adapter</source>
            <translation>T2I-Adapter</translation>
        </message>
        <message>
            <source>T5 encoder</source>
            <translation>T5-Encoder</translation>
        </message>
        <message>
            <source>Token for {source}. It is sent to the server, and not kept here.</source>
            <translation>Token für {source}. Es wird an den Server gesendet und hier nicht aufbewahrt.</translation>
        </message>
        <message>
            <source>Trigger phrases</source>
            <translation>Trigger-Phrasen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>Verwendet von</translation>
        </message>
        <message>
            <source>VAE</source>
            <translation>VAE</translation>
        </message>
        <message>
            <source>VAE precision</source>
            <translation>VAE-Genauigkeit</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Gewicht</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>library</source>
            <translation>Bibliothek</translation>
        </message>
        <message>
            <source>open workflow</source>
            <translation>offener Workflow</translation>
        </message>
        <message>
            <source>preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <source>remove</source>
            <translation>entfernen</translation>
        </message>
        <message>
            <source>{count} models</source>
            <translation>{count} Modelle</translation>
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation>{done} von {all}</translation>
        </message>
        <message>
            <source>{parts} parts in memory, {size}; {hits} hits, {misses} misses</source>
            <translation>{parts} Teile im Speicher, {size}; {hits} Treffer, {misses} Fehlschläge</translation>
        </message>
        <message>
            <source>{size}/s</source>
            <translation>{size}/s</translation>
        </message>
    </context>
    <context>
        <name>nodes</name>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>cached</source>
            <translation>aus dem Cache</translation>
        </message>
        <message>
            <source>{step} of {total}</source>
            <translation>{step} von {total}</translation>
        </message>
    </context>
    <context>
        <name>pictures</name>
        <message>
            <source>1 picture</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete board</source>
            <translation>Board löschen</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Endgültig löschen</translation>
        </message>
        <message>
            <source>Delete pictures</source>
            <translation>Bilder löschen</translation>
        </message>
        <message>
            <source>Delete the board</source>
            <translation>Das Board löschen</translation>
        </message>
        <message>
            <source>Delete the board “{name}”?</source>
            <translation>Das Board „{name}“ löschen?</translation>
        </message>
        <message>
            <source>Delete {pictures} for good?</source>
            <translation>{pictures} endgültig löschen?</translation>
        </message>
        <message>
            <source>Delete {pictures} too</source>
            <translation>{pictures} auch löschen</translation>
        </message>
        <message>
            <source>Delete {pictures}?</source>
            <translation>{pictures} löschen?</translation>
        </message>
        <message>
            <source>Do not ask again</source>
            <translation>Nicht wieder fragen</translation>
        </message>
        <message>
            <source>Each is one more item at the end of the queue.</source>
            <translation>Jedes ist ein weiteres Element am Ende der Warteschlange.</translation>
        </message>
        <message>
            <source>Keep the pictures</source>
            <translation>Die Bilder behalten</translation>
        </message>
        <message>
            <source>Run again</source>
            <translation>Erneut ausführen</translation>
        </message>
        <message>
            <source>Run {pictures} again?</source>
            <translation>{pictures} erneut ausführen?</translation>
        </message>
        <message>
            <source>The server deletes them now. This cannot be undone.</source>
            <translation>Der Server löscht sie jetzt. Das kann nicht rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>They are hidden here at once, and deleted on the server in {delay}. Until then the Trash restores them, and other programs still see them.</source>
            <translation>Sie sind hier sofort verborgen und werden auf dem Server in {delay} gelöscht. Bis dahin holt der Papierkorb sie zurück, und andere Programme sehen sie noch.</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{pictures} are on it. Kept, they are uncategorized. Deleted, they are gone from the server at once, and nothing brings them back.</source>
            <translation>Darauf: {pictures}. Behaltene sind dann ohne Kategorie. Gelöschte sind sofort vom Server verschwunden, und nichts bringt sie zurück.</translation>
        </message>
    </context>
    <context>
        <name>preset_texts</name>
        <message>
            <source>1 value does not fit its field.</source>
            <translation>1 Wert passt nicht zu seinem Feld.</translation>
        </message>
        <message>
            <source>1 value has no field here.</source>
            <translation>1 Wert hat hier kein Feld.</translation>
        </message>
        <message>
            <source>Preset: none</source>
            <translation>Vorgabe: keine</translation>
        </message>
        <message>
            <source>Preset: {name}</source>
            <translation>Vorgabe: {name}</translation>
        </message>
        <message>
            <source>Preset: {name} ({count} changed)</source>
            <translation>Vorgabe: {name} ({count} geändert)</translation>
        </message>
        <message>
            <source>{count} values do not fit their fields.</source>
            <translation>{count} Werte passen nicht zu ihren Feldern.</translation>
        </message>
        <message>
            <source>{count} values have no field here.</source>
            <translation>{count} Werte haben hier kein Feld.</translation>
        </message>
        <message>
            <source>{name} is applied.</source>
            <translation>{name} ist angewendet.</translation>
        </message>
    </context>
    <context>
        <name>queue</name>
        <message>
            <source>, with the new id {id}</source>
            <translation>, mit der neuen ID {id}</translation>
        </message>
        <message>
            <source>, with the new ids {first} to {last}</source>
            <translation>, mit den neuen IDs {first} bis {last}</translation>
        </message>
        <message>
            <source>1 item</source>
            <translation>1 Element</translation>
        </message>
        <message>
            <source>A part of date and time, or &gt; and &lt;: &gt; 2026-03-01</source>
            <translation>Ein Teil von Datum und Zeit, oder &gt; und &lt;: &gt; 2026-03-01</translation>
        </message>
        <message>
            <source>A part of the number, or &gt; and &lt;: &gt; 100</source>
            <translation>Ein Teil der Zahl, oder &gt; und &lt;: &gt; 100</translation>
        </message>
        <message>
            <source>A part of the text. Leave it empty to show all.</source>
            <translation>Ein Teil des Textes. Leer zeigt alle.</translation>
        </message>
        <message>
            <source>A part of the time, or &gt; and &lt; with seconds or minutes: &gt; 1:30</source>
            <translation>Ein Teil der Zeit, oder &gt; und &lt; mit Sekunden oder Minuten: &gt; 1:30</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <source>Batches</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <source>Cancel items</source>
            <translation>Elemente abbrechen</translation>
        </message>
        <message>
            <source>Cancel {items}</source>
            <translation>{items} abbrechen</translation>
        </message>
        <message>
            <source>Cancel {items}?</source>
            <translation>{items} abbrechen?</translation>
        </message>
        <message>
            <source>Canceled {items}.</source>
            <translation>{items} abgebrochen.</translation>
        </message>
        <message>
            <source>Canceled, but not enqueued again, as they had just begun: {items}.</source>
            <translation>Abgebrochen, aber nicht wieder eingereiht, weil sie gerade begonnen hatten: {items}.</translation>
        </message>
        <message>
            <source>Clear the queue</source>
            <translation>Warteschlange leeren</translation>
        </message>
        <message>
            <source>Clear the queue? {items} will be removed.</source>
            <translation>Die Warteschlange leeren? {items} werden entfernt.</translation>
        </message>
        <message>
            <source>Cleared the queue: {items} removed. Pictures are kept.</source>
            <translation>Warteschlange geleert: {items} entfernt. Bilder bleiben.</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <source>Delete items</source>
            <translation>Elemente löschen</translation>
        </message>
        <message>
            <source>Delete {items}</source>
            <translation>{items} löschen</translation>
        </message>
        <message>
            <source>Delete {items} from the queue?</source>
            <translation>{items} aus der Warteschlange löschen?</translation>
        </message>
        <message>
            <source>Deleted {items} from the queue. Pictures are kept.</source>
            <translation>{items} aus der Warteschlange gelöscht. Bilder bleiben.</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Ended: {items}. Pictures are kept.</source>
            <translation>Beendet: {items}. Bilder bleiben.</translation>
        </message>
        <message>
            <source>Enqueued {items} again, left over from a move{ids}.</source>
            <translation>{items} wieder eingereiht, von einem Verschieben übrig{ids}.</translation>
        </message>
        <message>
            <source>Enqueued {items} again{ids}.</source>
            <translation>{items} wieder eingereiht{ids}.</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>Eingaben</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Element</translation>
        </message>
        <message>
            <source>Item {id}</source>
            <translation>Element {id}</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Elemente</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Left running: {items}. This server cannot cancel: it is only watched no more, and its result is looked for.</source>
            <translation>Läuft weiter: {items}. Dieser Server kann nicht abbrechen: Es wird nur nicht mehr beobachtet, und sein Ergebnis wird gesucht.</translation>
        </message>
        <message>
            <source>No user</source>
            <translation>Kein Benutzer</translation>
        </message>
        <message>
            <source>Not read from the server yet</source>
            <translation>Noch nicht vom Server gelesen</translation>
        </message>
        <message>
            <source>Not started from here: {items}. Whoever started it loses it.</source>
            <translation>Nicht von hier gestartet: {items}. Wer es gestartet hat, verliert es.</translation>
        </message>
        <message>
            <source>Of an earlier time: not confirmed by the server yet</source>
            <translation>Von früher: noch nicht vom Server bestätigt</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Ursprung</translation>
        </message>
        <message>
            <source>Other users</source>
            <translation>Andere Benutzer</translation>
        </message>
        <message>
            <source>Paused: {items} pending.</source>
            <translation>Angehalten: {items} wartend.</translation>
        </message>
        <message>
            <source>Pending: {items}. Too many batches to be undone.</source>
            <translation>Wartend: {items}. Zu viele Stapel, um rückgängig gemacht zu werden.</translation>
        </message>
        <message>
            <source>Pending: {items}. Undo is offered for 10 s.</source>
            <translation>Wartend: {items}. Rückgängig geht 10 s lang.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>Privat</translation>
        </message>
        <message>
            <source>Private item</source>
            <translation>Privates Element</translation>
        </message>
        <message>
            <source>Private items</source>
            <translation>Private Elemente</translation>
        </message>
        <message>
            <source>Removed {items} that had ended. Pictures are kept.</source>
            <translation>{items} entfernt, die beendet waren. Bilder bleiben.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Resumed: {items} pending.</source>
            <translation>Fortgesetzt: {items} wartend.</translation>
        </message>
        <message>
            <source>Retrying {items}.</source>
            <translation>{items} werden wiederholt.</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>Laufzeit</translation>
        </message>
        <message>
            <source>Running: {items}. Its work so far is lost.</source>
            <translation>Läuft: {items}. Die Arbeit bis jetzt geht verloren.</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Stop watching</source>
            <translation>Nicht mehr beobachten</translation>
        </message>
        <message>
            <source>Stop watching this item?</source>
            <translation>Dieses Element nicht mehr beobachten?</translation>
        </message>
        <message>
            <source>The queue is full: {items} not taken.</source>
            <translation>Die Warteschlange ist voll: {items} nicht angenommen.</translation>
        </message>
        <message>
            <source>The server cannot read this item</source>
            <translation>Der Server kann dieses Element nicht lesen</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Wait time</source>
            <translation>Wartezeit</translation>
        </message>
        <message>
            <source>Words that rows must have, anywhere: tiger portrait
In one column: status:failed  user:ann  device:cuda  seed:42
More or less: run&gt;60  wait&lt;1:30  created&gt;2026-03-01
Not: -user:ann   Several words: "red fox"</source>
            <translation>Wörter, die Zeilen haben müssen, irgendwo: Tiger Porträt
In einer Spalte: status:failed  user:ann  device:cuda  seed:42
Mehr oder weniger: run&gt;60  wait&lt;1:30  created&gt;2026-03-01
Nicht: -user:ann   Mehrere Wörter: "roter Fuchs"</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>Workflow</translation>
        </message>
        <message>
            <source>Workflow not known</source>
            <translation>Workflow nicht bekannt</translation>
        </message>
        <message>
            <source>Workflows</source>
            <translation>Workflows</translation>
        </message>
        <message>
            <source>{count} canceled</source>
            <translation>{count} abgebrochen</translation>
        </message>
        <message>
            <source>{count} done</source>
            <translation>{count} fertig</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fehlgeschlagen</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count} Elemente</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{items} left as they are.</source>
            <translation>{items} bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>{items} will run last{ids}.</source>
            <translation>{items} laufen zuletzt{ids}.</translation>
        </message>
        <message>
            <source>{items} will run next{ids}.</source>
            <translation>{items} laufen als Nächstes{ids}.</translation>
        </message>
        <message>
            <source>{known} of {total} loaded</source>
            <translation>{known} von {total} geladen</translation>
        </message>
        <message>
            <source>{label} {first} to {last}</source>
            <translation>{label} {first} bis {last}</translation>
        </message>
        <message>
            <source>{percent} loaded</source>
            <translation>{percent} geladen</translation>
        </message>
        <message>
            <source>{server} as of {time}</source>
            <translation>{server} Stand {time}</translation>
        </message>
        <message>
            <source>{time}, all items together</source>
            <translation>{time}, alle Elemente zusammen</translation>
        </message>
        <message>
            <source>“{word}” is not understood: no column or input is called “{name}”.</source>
            <translation>„{word}“ wird nicht verstanden: Keine Spalte oder Eingabe heißt „{name}“.</translation>
        </message>
        <message>
            <source>“{word}” is not understood: “{name}” cannot be compared with &lt; and &gt;.</source>
            <translation>„{word}“ wird nicht verstanden: „{name}“ lässt sich nicht mit &lt; und &gt; vergleichen.</translation>
        </message>
        <message>
            <source>“{word}” is not understood: “{value}” is no number or time.</source>
            <translation>„{word}“ wird nicht verstanden: „{value}“ ist keine Zahl oder Zeit.</translation>
        </message>
    </context>
    <context>
        <name>server_page</name>
        <message>
            <source>&amp;E-mail</source>
            <translation>&amp;E-Mail</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Passwort</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
        <message>
            <source>Activity in the queue</source>
            <translation>Aktivität in der Warteschlange</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add a user</source>
            <translation>Benutzer hinzufügen</translation>
        </message>
        <message>
            <source>Add a user…</source>
            <translation>Benutzer hinzufügen…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>All sign-ins of this user end with it.</source>
            <translation>Alle Anmeldungen dieses Benutzers enden damit.</translation>
        </message>
        <message>
            <source>Asked for again and again: no live connection</source>
            <translation>Wird immer wieder gefragt: keine Live-Verbindung</translation>
        </message>
        <message>
            <source>Asking the server…</source>
            <translation>Der Server wird gefragt…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Geschlossen</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>Wird verbunden</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>Critical errors</source>
            <translation>Kritische Fehler</translation>
        </message>
        <message>
            <source>Custom nodes</source>
            <translation>Eigene Knoten</translation>
        </message>
        <message>
            <source>Debug</source>
            <translation>Debug</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete intermediates</source>
            <translation>Zwischenbilder löschen</translation>
        </message>
        <message>
            <source>Delete user</source>
            <translation>Benutzer löschen</translation>
        </message>
        <message>
            <source>Delete {count} intermediate pictures?</source>
            <translation>{count} Zwischenbilder löschen?</translation>
        </message>
        <message>
            <source>Delete {name} ({email})?</source>
            <translation>{name} ({email}) löschen?</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Geräte</translation>
        </message>
        <message>
            <source>Disable</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>Gesperrt</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Enable</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <source>Enter a password.</source>
            <translation>Geben Sie ein Passwort ein.</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <source>For administrators</source>
            <translation>Für Administratoren</translation>
        </message>
        <message>
            <source>Hide dependencies</source>
            <translation>Abhängigkeiten verbergen</translation>
        </message>
        <message>
            <source>How much the server writes into its log, until it is restarted</source>
            <translation>Wie viel der Server in sein Protokoll schreibt, bis er neu gestartet wird</translation>
        </message>
        <message>
            <source>Info</source>
            <translation>Info</translation>
        </message>
        <message>
            <source>Intermediate pictures</source>
            <translation>Zwischenbilder</translation>
        </message>
        <message>
            <source>Invocation cache</source>
            <translation>Cache der Knotenaufrufe</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>Zuletzt</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>Letztes Ereignis</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latenz</translation>
        </message>
        <message>
            <source>Live messages</source>
            <translation>Live-Nachrichten</translation>
        </message>
        <message>
            <source>Live: changes are pushed</source>
            <translation>Live: Änderungen kommen sofort</translation>
        </message>
        <message>
            <source>Log level</source>
            <translation>Protokollstufe</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>Verloren</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>Wartung</translation>
        </message>
        <message>
            <source>Maintenance runs</source>
            <translation>Wartung läuft</translation>
        </message>
        <message>
            <source>Make administrator</source>
            <translation>Zum Administrator machen</translation>
        </message>
        <message>
            <source>Make plain user</source>
            <translation>Zum einfachen Benutzer machen</translation>
        </message>
        <message>
            <source>May</source>
            <translation>Darf</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>New password for {name}</source>
            <translation>Neues Passwort für {name}</translation>
        </message>
        <message>
            <source>Nobody has anything in the queue.</source>
            <translation>Niemand hat etwas in der Warteschlange.</translation>
        </message>
        <message>
            <source>None were added.</source>
            <translation>Keine wurden hinzugefügt.</translation>
        </message>
        <message>
            <source>Nothing runs.</source>
            <translation>Nichts läuft.</translation>
        </message>
        <message>
            <source>Nothing runs; {count} pictures are not where the server's settings want them.</source>
            <translation>Nichts läuft; {count} Bilder sind nicht dort, wo die Einstellungen des Servers sie haben wollen.</translation>
        </message>
        <message>
            <source>On</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Only administrators of this server see that.</source>
            <translation>Nur Administratoren dieses Servers sehen das.</translation>
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation>Passwort noch &amp;einmal</translation>
        </message>
        <message>
            <source>Pictures are being moved</source>
            <translation>Bilder werden verschoben</translation>
        </message>
        <message>
            <source>Queue limit</source>
            <translation>Grenze der Warteschlange</translation>
        </message>
        <message>
            <source>Reconnects</source>
            <translation>Neuverbindungen</translation>
        </message>
        <message>
            <source>Recovering</source>
            <translation>Wird wiederhergestellt</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Anfragen</translation>
        </message>
        <message>
            <source>Run time</source>
            <translation>Laufzeit</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Laufend</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Server {name}</source>
            <translation>Server {name}</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>Passwort setzen</translation>
        </message>
        <message>
            <source>Set password…</source>
            <translation>Passwort setzen…</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Jemand</translation>
        </message>
        <message>
            <source>The last one failed: {reason}</source>
            <translation>Die letzte ist fehlgeschlagen: {reason}</translation>
        </message>
        <message>
            <source>The passwords differ.</source>
            <translation>Die Passwörter sind verschieden.</translation>
        </message>
        <message>
            <source>They were made on the way to others. The server deletes them at once, for good.</source>
            <translation>Sie entstanden auf dem Weg zu anderen. Der Server löscht sie sofort und endgültig.</translation>
        </message>
        <message>
            <source>This cannot be undone. To keep somebody out for a while, disable.</source>
            <translation>Das kann nicht rückgängig gemacht werden. Um jemanden eine Weile auszuschließen, sperren Sie das Konto.</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <source>What following it costs</source>
            <translation>Was das Verfolgen kostet</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keines</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>noch nicht bekannt</translation>
        </message>
        <message>
            <source>not told</source>
            <translation>nicht mitgeteilt</translation>
        </message>
        <message>
            <source>{ago}, {event}</source>
            <translation>{ago}, {event}</translation>
        </message>
        <message>
            <source>{count} a minute, {size}</source>
            <translation>{count} je Minute, {size}</translation>
        </message>
        <message>
            <source>{count} dependencies</source>
            <translation>{count} Abhängigkeiten</translation>
        </message>
        <message>
            <source>{count} items may wait</source>
            <translation>{count} Elemente dürfen warten</translation>
        </message>
        <message>
            <source>{count} node</source>
            <translation>{count} Knoten</translation>
        </message>
        <message>
            <source>{count} nodes</source>
            <translation>{count} Knoten</translation>
        </message>
        <message>
            <source>{count} pictures that were made on the way to others</source>
            <translation>{count} Bilder, die auf dem Weg zu anderen entstanden</translation>
        </message>
        <message>
            <source>{number} ms</source>
            <translation>{number} ms</translation>
        </message>
        <message>
            <source>{seconds} s ago</source>
            <translation>vor {seconds} s</translation>
        </message>
        <message>
            <source>{size} of {most} results kept; {hits} found again, {misses} not</source>
            <translation>{size} von {most} Ergebnissen aufbewahrt; {hits} wiedergefunden, {misses} nicht</translation>
        </message>
        <message>
            <source>{what}. New items are refused until it is done.</source>
            <translation>{what}. Neue Elemente werden abgelehnt, bis das fertig ist.</translation>
        </message>
    </context>
    <context>
        <name>sheets</name>
        <message>
            <source>1 winner</source>
            <translation>1 Favorit</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <source>No winners yet: W marks one</source>
            <translation>Noch keine Favoriten: W markiert einen</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Nicht bekannt</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>Ausführen</translation>
        </message>
        <message>
            <source>Run the winner again with…</source>
            <translation>Den Favoriten erneut ausführen mit…</translation>
        </message>
        <message>
            <source>Run winners again with…</source>
            <translation>Favoriten erneut ausführen mit…</translation>
        </message>
        <message>
            <source>{count} canceled</source>
            <translation>{count} abgebrochen</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fehlgeschlagen</translation>
        </message>
        <message>
            <source>{count} running</source>
            <translation>{count} laufen</translation>
        </message>
        <message>
            <source>{count} winners</source>
            <translation>{count} Favoriten</translation>
        </message>
        <message>
            <source>{done} of {all} done</source>
            <translation>{done} von {all} fertig</translation>
        </message>
    </context>
    <context>
        <name>sidebar</name>
        <message>
            <source>All {count} boards…</source>
            <translation>Alle {count} Boards…</translation>
        </message>
        <message>
            <source>All {count} models…</source>
            <translation>Alle {count} Modelle…</translation>
        </message>
        <message>
            <source>All {count} open…</source>
            <translation>Alle {count} offenen…</translation>
        </message>
        <message>
            <source>All {count} workflows…</source>
            <translation>Alle {count} Workflows…</translation>
        </message>
        <message>
            <source>Board of {owner}</source>
            <translation>Board von {owner}</translation>
        </message>
        <message>
            <source>Boards</source>
            <translation>Boards</translation>
        </message>
        <message>
            <source>Built-in</source>
            <translation>Eingebaut</translation>
        </message>
        <message>
            <source>By date</source>
            <translation>Nach Datum</translation>
        </message>
        <message>
            <source>Connect to a server…</source>
            <translation>Mit einem Server verbinden…</translation>
        </message>
        <message>
            <source>ControlNet</source>
            <translation>ControlNet</translation>
        </message>
        <message>
            <source>LoRA</source>
            <translation>LoRA</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>Wird geladen</translation>
        </message>
        <message>
            <source>Main</source>
            <translation>Hauptmodell</translation>
        </message>
        <message>
            <source>Manage models…</source>
            <translation>Modelle verwalten…</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>No boards yet</source>
            <translation>Noch keine Boards</translation>
        </message>
        <message>
            <source>No models on this server</source>
            <translation>Keine Modelle auf diesem Server</translation>
        </message>
        <message>
            <source>No server yet</source>
            <translation>Noch kein Server</translation>
        </message>
        <message>
            <source>None yet: choose one below</source>
            <translation>Noch keiner: Wählen Sie unten einen</translation>
        </message>
        <message>
            <source>Not connected yet</source>
            <translation>Noch nicht verbunden</translation>
        </message>
        <message>
            <source>Not read. Try again</source>
            <translation>Nicht gelesen. Erneut versuchen</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Nichts passt</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Datei öffnen…</translation>
        </message>
        <message>
            <source>Open workflows</source>
            <translation>Workflows öffnen</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Andere</translation>
        </message>
        <message>
            <source>Private: only its owner sees it</source>
            <translation>Privat: nur der Besitzer sieht es</translation>
        </message>
        <message>
            <source>Public: all users see it and add to it</source>
            <translation>Öffentlich: alle Benutzer sehen es und fügen hinzu</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Zuletzt benutzt</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>Geteilt</translation>
        </message>
        <message>
            <source>Shared: all users see it</source>
            <translation>Geteilt: alle Benutzer sehen es</translation>
        </message>
        <message>
            <source>The connection is lost; this was true then.</source>
            <translation>Die Verbindung ist verloren; dies galt damals.</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>Workflows</source>
            <translation>Workflows</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>Ihre</translation>
        </message>
        <message>
            <source>archived</source>
            <translation>archiviert</translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>Stand {time}</translation>
        </message>
        <message>
            <source>built-in</source>
            <translation>eingebaut</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>wird geöffnet</translation>
        </message>
        <message>
            <source>unsaved</source>
            <translation>nicht gespeichert</translation>
        </message>
        <message>
            <source>{images} images, {assets} assets, {videos} videos</source>
            <translation>{images} Bilder, {assets} Assets, {videos} Videos</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>step_texts</name>
        <message>
            <source>change of {name}</source>
            <translation>Änderung von {name}</translation>
        </message>
        <message>
            <source>preset {name}</source>
            <translation>Vorgabe {name}</translation>
        </message>
        <message>
            <source>reset of all values</source>
            <translation>Zurücksetzen aller Werte</translation>
        </message>
        <message>
            <source>reset of {name}</source>
            <translation>Zurücksetzen von {name}</translation>
        </message>
        <message>
            <source>typing in {name}</source>
            <translation>Tippen in {name}</translation>
        </message>
        <message>
            <source>values of a picture</source>
            <translation>Werte eines Bildes</translation>
        </message>
    </context>
    <context>
        <name>sweeps</name>
        <message>
            <source>+1 each run</source>
            <translation>+1 je Durchlauf</translation>
        </message>
        <message>
            <source>1 picture</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>1 value: {values}</source>
            <translation>1 Wert: {values}</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Column of a CSV file</source>
            <translation>Spalte einer CSV-Datei</translation>
        </message>
        <message>
            <source>Dynamic prompts</source>
            <translation>Dynamische Prompts</translation>
        </message>
        <message>
            <source>Each run</source>
            <translation>Jeder Durchlauf</translation>
        </message>
        <message>
            <source>Folder of images</source>
            <translation>Ordner mit Bildern</translation>
        </message>
        <message>
            <source>Lines of a text file</source>
            <translation>Zeilen einer Textdatei</translation>
        </message>
        <message>
            <source>List of values</source>
            <translation>Liste von Werten</translation>
        </message>
        <message>
            <source>Random values</source>
            <translation>Zufällige Werte</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>Same every run</source>
            <translation>Jedes Mal derselbe</translation>
        </message>
        <message>
            <source>Several choices</source>
            <translation>Mehrere zur Auswahl</translation>
        </message>
        <message>
            <source>Uncategorized</source>
            <translation>Ohne Kategorie</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>on</source>
            <translation>an</translation>
        </message>
        <message>
            <source>{count} pictures</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{count} runs</source>
            <translation>{count} Läufe</translation>
        </message>
        <message>
            <source>{count} values: {values}</source>
            <translation>{count} Werte: {values}</translation>
        </message>
    </context>
    <context>
        <name>transfers</name>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Upload the rest</source>
            <translation>Den Rest hochladen</translation>
        </message>
        <message>
            <source>Videos are not packed.</source>
            <translation>Videos werden nicht gepackt.</translation>
        </message>
        <message>
            <source>{count} failed: {why}</source>
            <translation>{count} fehlgeschlagen: {why}</translation>
        </message>
        <message>
            <source>{count} were left out.</source>
            <translation>{count} wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} were not tried. {why}</source>
            <translation>{count} wurden nicht versucht. {why}</translation>
        </message>
        <message>
            <source>{pictures} saved in {place}.</source>
            <translation>{pictures} in {place} gespeichert.</translation>
        </message>
        <message>
            <source>{pictures} uploaded to the assets of {place}.</source>
            <translation>{pictures} zu den Assets von {place} hochgeladen.</translation>
        </message>
        <message>
            <source>{place} was not made.</source>
            <translation>{place} wurde nicht gemacht.</translation>
        </message>
        <message>
            <source>{place}: {pictures} of {edge} px, {width} × {height} px as a whole.</source>
            <translation>{place}: {pictures} von {edge} px, insgesamt {width} × {height} px.</translation>
        </message>
    </context>
    <context>
        <name>units</name>
        <message>
            <source>about {}</source>
            <translation>etwa {}</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>{} %</source>
            <translation>{} %</translation>
        </message>
        <message>
            <source>{} ago</source>
            <translation>vor {}</translation>
        </message>
        <message>
            <source>{} d</source>
            <translation>{} T</translation>
        </message>
        <message>
            <source>{} h</source>
            <translation>{} h</translation>
        </message>
        <message>
            <source>{} min</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} s</translation>
        </message>
    </context>
    <context>
        <name>value_text</name>
        <message>
            <source>Auto</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Leer</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keines</translation>
        </message>
        <message>
            <source>Not set</source>
            <translation>Nicht gesetzt</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>On</source>
            <translation>An</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>A brace is left over: write fields as {{name}}.</source>
            <translation>Eine Klammer ist übrig: Schreiben Sie Felder als {{name}}.</translation>
        </message>
        <message>
            <source>A field was taken off the form: {node} has no input {field}.</source>
            <translation>Ein Feld wurde aus dem Formular genommen: {node} hat keine Eingabe {field}.</translation>
        </message>
        <message>
            <source>A kept value has no field any more. It stays kept in case the field comes back.</source>
            <translation>Ein aufbewahrter Wert hat kein Feld mehr. Er bleibt aufbewahrt, falls das Feld wiederkommt.</translation>
        </message>
        <message>
            <source>A model's file is missing or damaged on the server. Install the model again.</source>
            <translation>Eine Modelldatei fehlt auf dem Server oder ist beschädigt. Installieren Sie das Modell neu.</translation>
        </message>
        <message>
            <source>A newer version of this app wrote {file}. Nothing is kept in it until you use that version again.</source>
            <translation>Eine neuere Version dieser App schrieb {file}. Nichts wird darin aufbewahrt, bis Sie wieder jene Version verwenden.</translation>
        </message>
        <message>
            <source>A node lacks an input. Open the item's workflow and fill in what is missing.</source>
            <translation>Einem Knoten fehlt eine Eingabe. Öffnen Sie den Workflow des Elements und ergänzen Sie, was fehlt.</translation>
        </message>
        <message>
            <source>A picture stays on its server: choose another one.</source>
            <translation>Ein Bild bleibt auf seinem Server: Wählen Sie ein anderes.</translation>
        </message>
        <message>
            <source>A result could not be saved: the server did not give it.</source>
            <translation>Ein Ergebnis konnte nicht gespeichert werden: Der Server gab es nicht her.</translation>
        </message>
        <message>
            <source>A result was deleted on the server before it could be saved.</source>
            <translation>Ein Ergebnis wurde auf dem Server gelöscht, bevor es gespeichert werden konnte.</translation>
        </message>
        <message>
            <source>A server runs already at {url}: connect to that one. Two of them on one folder would work on the same queue.</source>
            <translation>Unter {url} läuft schon ein Server: Verbinden Sie sich mit diesem. Zwei auf einem Ordner würden an derselben Warteschlange arbeiten.</translation>
        </message>
        <message>
            <source>A sweep has no field on this form any more. Remove it.</source>
            <translation>Eine Wertereihe hat in diesem Formular kein Feld mehr. Entfernen Sie sie.</translation>
        </message>
        <message>
            <source>All work is done. The command was not run: you have not agreed to it as it stands now.</source>
            <translation>Alle Arbeit ist fertig. Der Befehl wurde nicht ausgeführt: Sie haben ihm in dieser Form nicht zugestimmt.</translation>
        </message>
        <message>
            <source>An element of the unknown kind {kind} was left out.</source>
            <translation>Ein Element der unbekannten Art {kind} wurde ausgelassen.</translation>
        </message>
        <message>
            <source>An input picture is not on the server any more. Choose another one in the form.</source>
            <translation>Ein Eingabebild ist nicht mehr auf dem Server. Wählen Sie im Formular ein anderes.</translation>
        </message>
        <message>
            <source>An item that is part of another one's run cannot be enqueued by itself.</source>
            <translation>Ein Element, das zum Lauf eines anderen gehört, kann nicht allein eingereiht werden.</translation>
        </message>
        <message>
            <source>Another node gives this value: it cannot be swept.</source>
            <translation>Ein anderer Knoten liefert diesen Wert: Er kann keine Wertereihe haben.</translation>
        </message>
        <message>
            <source>Another window is moving items of this server. Try again in a moment.</source>
            <translation>Ein anderes Fenster verschiebt Elemente dieses Servers. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Enter a name, for example {{name}}.</source>
            <translation>Geben Sie einen Namen ein, zum Beispiel {{name}}.</translation>
        </message>
        <message>
            <source>Enter the address of a server, for example http://localhost:9090.</source>
            <translation>Geben Sie die Adresse eines Servers ein, zum Beispiel http://localhost:9090.</translation>
        </message>
        <message>
            <source>It is not known how that item stands now. Wait for the queue to be read.</source>
            <translation>Es ist nicht bekannt, wie es um das Element steht. Warten Sie, bis die Warteschlange gelesen ist.</translation>
        </message>
        <message>
            <source>It is not known whether the last submission was taken: waiting until the queue shows it.</source>
            <translation>Es ist nicht bekannt, ob die letzte Einreichung angenommen wurde: Es wird gewartet, bis die Warteschlange sie zeigt.</translation>
        </message>
        <message>
            <source>It is not known whether {url} took this. Look at the queue before trying again.</source>
            <translation>Es ist nicht bekannt, ob {url} dies angenommen hat. Sehen Sie in die Warteschlange, bevor Sie es noch einmal versuchen.</translation>
        </message>
        <message>
            <source>Item {item} carries no workflow.</source>
            <translation>Element {item} trägt keinen Workflow.</translation>
        </message>
        <message>
            <source>Item {item} of the batch {label} does not fit {field} of {target}.</source>
            <translation>Element {item} des Stapels {label} passt nicht zu {field} von {target}.</translation>
        </message>
        <message>
            <source>Item {item} sends previews that are no pictures. Its result is not affected.</source>
            <translation>Element {item} sendet Vorschauen, die keine Bilder sind. Sein Ergebnis ist nicht betroffen.</translation>
        </message>
        <message>
            <source>Items can be moved within the first {limit} that wait. Use Run next or Run last instead.</source>
            <translation>Elemente können innerhalb der ersten {limit} wartenden verschoben werden. Verwenden Sie sonst „Als Nächstes“ oder „Zuletzt“.</translation>
        </message>
        <message>
            <source>Items of other users cannot be enqueued again.</source>
            <translation>Elemente anderer Benutzer können nicht wieder eingereiht werden.</translation>
        </message>
        <message>
            <source>Kept values and history could not be read. They were set aside as {file} and new ones begun.</source>
            <translation>Aufbewahrte Werte und der Verlauf konnten nicht gelesen werden. Sie wurden als {file} beiseitegelegt und neu begonnen.</translation>
        </message>
        <message>
            <source>Leave the user name and password out of the address.</source>
            <translation>Lassen Sie Benutzername und Passwort aus der Adresse weg.</translation>
        </message>
        <message>
            <source>Line {line} is no header: write Name: value.</source>
            <translation>Zeile {line} ist kein Header: Schreiben Sie Name: Wert.</translation>
        </message>
        <message>
            <source>Models of different kinds were put together, for example a LoRA or a ControlNet of another base. Choose ones that fit the main model.</source>
            <translation>Modelle verschiedener Art wurden zusammengestellt, zum Beispiel ein LoRA oder ein ControlNet einer anderen Basis. Wählen Sie welche, die zum Hauptmodell passen.</translation>
        </message>
        <message>
            <source>More than one input is called “{input}”.</source>
            <translation>Mehr als eine Eingabe heißt „{input}“.</translation>
        </message>
        <message>
            <source>No connected server has all that this needs: {what}.</source>
            <translation>Kein verbundener Server hat alles, was dies braucht: {what}.</translation>
        </message>
        <message>
            <source>No item of the queue made this picture, or it is gone from the queue.</source>
            <translation>Kein Element der Warteschlange hat dieses Bild gemacht, oder es ist nicht mehr darin.</translation>
        </message>
        <message>
            <source>None of these items can be enqueued again.</source>
            <translation>Keines dieser Elemente kann wieder eingereiht werden.</translation>
        </message>
        <message>
            <source>Not connected: waiting for the server.</source>
            <translation>Nicht verbunden: Es wird auf den Server gewartet.</translation>
        </message>
        <message>
            <source>Nothing answers at {url}. Is the server running, and is the port right?</source>
            <translation>Unter {url} antwortet nichts. Läuft der Server, und stimmt der Port?</translation>
        </message>
        <message>
            <source>Nothing can be saved in {path}: {reason}</source>
            <translation>In {path} kann nichts gespeichert werden: {reason}</translation>
        </message>
        <message>
            <source>Nothing has failed that was not retried already.</source>
            <translation>Nichts ist fehlgeschlagen, das nicht schon wiederholt wurde.</translation>
        </message>
        <message>
            <source>Nothing random made this picture: another run gives the same.</source>
            <translation>Nichts Zufälliges machte dieses Bild: Ein weiterer Durchlauf ergibt dasselbe.</translation>
        </message>
        <message>
            <source>Only administrators can do that; you are signed in as {name}.</source>
            <translation>Das können nur Administratoren; Sie sind als {name} angemeldet.</translation>
        </message>
        <message>
            <source>Only {count} seeds are possible, not {runs} different ones.</source>
            <translation>Nur {count} Seeds sind möglich, nicht {runs} verschiedene.</translation>
        </message>
        <message>
            <source>Opened on {server}: connect to it to invoke.</source>
            <translation>Auf {server} geöffnet: Verbinden Sie ihn für Invoke.</translation>
        </message>
        <message>
            <source>Pictures stay on their server: choose others in {count} fields.</source>
            <translation>Bilder bleiben auf ihrem Server: Wählen Sie in {count} Feldern andere.</translation>
        </message>
        <message>
            <source>Results cannot be saved in {path}: {reason}</source>
            <translation>Ergebnisse können in {path} nicht gespeichert werden: {reason}</translation>
        </message>
        <message>
            <source>Something before {url} wants credentials of its own. Enter its user name and password, or its headers.</source>
            <translation>Etwas vor {url} verlangt eigene Zugangsdaten. Geben Sie dessen Benutzernamen und Passwort oder dessen Header ein.</translation>
        </message>
        <message>
            <source>Something went wrong in the app itself ({kind}). The log says more.</source>
            <translation>In der App selbst ging etwas schief ({kind}). Das Protokoll sagt mehr.</translation>
        </message>
        <message>
            <source>Stopped after {count} of {total}: {reason}</source>
            <translation>Nach {count} von {total} angehalten: {reason}</translation>
        </message>
        <message>
            <source>Stopped: {count} items in a row failed.</source>
            <translation>Angehalten: {count} Elemente hintereinander sind fehlgeschlagen.</translation>
        </message>
        <message>
            <source>That has begun to run already: it was let be.</source>
            <translation>Das läuft schon: Es wurde in Ruhe gelassen.</translation>
        </message>
        <message>
            <source>That is more than {limit} headers.</source>
            <translation>Das sind mehr als {limit} Header.</translation>
        </message>
        <message>
            <source>That is more than {limit} items. No queue takes so many.</source>
            <translation>Das sind mehr als {limit} Elemente. So viele nimmt keine Warteschlange.</translation>
        </message>
        <message>
            <source>That takes more than {limit} batches: sweep fewer models, boards or colors at once.</source>
            <translation>Das braucht mehr als {limit} Stapel: Geben Sie weniger Modelle, Boards oder Farben zugleich an.</translation>
        </message>
        <message>
            <source>The app ended by a crash the last time. Nothing that was kept is lost.</source>
            <translation>Die App endete beim letzten Mal mit einem Absturz. Nichts Aufbewahrtes ist verloren.</translation>
        </message>
        <message>
            <source>The batch {label} has no items.</source>
            <translation>Der Stapel {label} hat keine Elemente.</translation>
        </message>
        <message>
            <source>The batch {label} is fed by something that is no generator.</source>
            <translation>Der Stapel {label} wird von etwas gespeist, das kein Generator ist.</translation>
        </message>
        <message>
            <source>The batch {label} is not connected to anything.</source>
            <translation>Der Stapel {label} ist mit nichts verbunden.</translation>
        </message>
        <message>
            <source>The batch {label} waits for what its generator yields.</source>
            <translation>Der Stapel {label} wartet auf das, was sein Generator ergibt.</translation>
        </message>
        <message>
            <source>The batches of {group} differ in length.</source>
            <translation>Die Stapel von {group} sind verschieden lang.</translation>
        </message>
        <message>
            <source>The certificate of {url} is not trusted. Check the address. If it is your own server, give its authority's file, or trust just this certificate.</source>
            <translation>Dem Zertifikat von {url} wird nicht vertraut. Prüfen Sie die Adresse. Ist es Ihr eigener Server, geben Sie die Datei seiner Zertifizierungsstelle an, oder vertrauen Sie nur diesem Zertifikat.</translation>
        </message>
        <message>
            <source>The certificates for {url} cannot be used ({reason}): {file}</source>
            <translation>Die Zertifikate für {url} können nicht verwendet werden ({reason}): {file}</translation>
        </message>
        <message>
            <source>The command for the end of all work could not be started: {reason}</source>
            <translation>Der Befehl für das Ende aller Arbeit konnte nicht gestartet werden: {reason}</translation>
        </message>
        <message>
            <source>The command for the end of all work ended with the code {code}.</source>
            <translation>Der Befehl für das Ende aller Arbeit endete mit dem Code {code}.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} is there twice; one was left out.</source>
            <translation>Die Verbindung von {source} zu {target} gibt es zweimal; eine wurde ausgelassen.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: a collection takes items of one type.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Eine Sammlung nimmt Elemente eines Typs.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: a node cannot feed itself.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Ein Knoten kann sich nicht selbst speisen.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: it closes a circle.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Sie schließt einen Kreis.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: one of its nodes is not in the workflow.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Einer ihrer Knoten ist nicht im Workflow.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: the input is connected already.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Die Eingabe ist schon verbunden.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: the server does not know one of the nodes.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Der Server kennt einen der Knoten nicht.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: their types differ.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Ihre Typen sind verschieden.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: there is no such input.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Es gibt keine solche Eingabe.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: there is no such output.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Es gibt keine solche Ausgabe.</translation>
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: this input takes no connection.</source>
            <translation>Die Verbindung von {source} zu {target} wurde ausgelassen: Diese Eingabe nimmt keine Verbindung.</translation>
        </message>
        <message>
            <source>The connection to {url} was lost. Trying again.</source>
            <translation>Die Verbindung zu {url} ist verloren. Neuer Versuch.</translation>
        </message>
        <message>
            <source>The demo server did not start. The log says more.</source>
            <translation>Der Demoserver ist nicht gestartet. Das Protokoll sagt mehr.</translation>
        </message>
        <message>
            <source>The device ran out of memory. Make the picture smaller, run fewer items at once, take a smaller or quantized model, or close what else uses the device.</source>
            <translation>Dem Gerät ging der Speicher aus. Machen Sie das Bild kleiner, lassen Sie weniger Elemente zugleich laufen, nehmen Sie ein kleineres oder quantisiertes Modell, oder schließen Sie, was das Gerät sonst benutzt.</translation>
        </message>
        <message>
            <source>The disk of {path} is full. Results are saved once there is room again.</source>
            <translation>Der Datenträger von {path} ist voll. Ergebnisse werden gespeichert, sobald wieder Platz ist.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>Die Datei ist leer.</translation>
        </message>
        <message>
            <source>The file is no CSV table: {reason}.</source>
            <translation>Die Datei ist keine CSV-Tabelle: {reason}.</translation>
        </message>
        <message>
            <source>The form was damaged and has been mended.</source>
            <translation>Das Formular war beschädigt und wurde ausgebessert.</translation>
        </message>
        <message>
            <source>The generator of the batch {label} has a setting that cannot be used.</source>
            <translation>Der Generator des Stapels {label} hat eine Einstellung, die nicht verwendet werden kann.</translation>
        </message>
        <message>
            <source>The generator of the batch {label} makes more than {limit} items.</source>
            <translation>Der Generator des Stapels {label} macht mehr als {limit} Elemente.</translation>
        </message>
        <message>
            <source>The header {name} is made by the connection itself. Leave it out.</source>
            <translation>Den Header {name} macht die Verbindung selbst. Lassen Sie ihn weg.</translation>
        </message>
        <message>
            <source>The history cannot be read or written ({reason}).</source>
            <translation>Der Verlauf kann nicht gelesen oder geschrieben werden ({reason}).</translation>
        </message>
        <message>
            <source>The keyring is locked or does not answer: passwords, headers and sign-ins last until you quit.</source>
            <translation>Der Schlüsselbund ist gesperrt oder antwortet nicht: Passwörter, Header und Anmeldungen gelten, bis Sie beenden.</translation>
        </message>
        <message>
            <source>The link {link} leads nowhere: this program does not know it.</source>
            <translation>Der Link {link} führt nirgendwohin: Dieses Programm kennt ihn nicht.</translation>
        </message>
        <message>
            <source>The list is empty.</source>
            <translation>Die Liste ist leer.</translation>
        </message>
        <message>
            <source>The local index of pictures cannot be used ({reason}). Searches ask the server.</source>
            <translation>Der lokale Bilderindex kann nicht verwendet werden ({reason}). Suchen fragen den Server.</translation>
        </message>
        <message>
            <source>The local index of pictures was broken and is made anew. Ratings and tags are not in it.</source>
            <translation>Der lokale Bilderindex war defekt und wird neu angelegt. Bewertungen und Tags sind nicht darin.</translation>
        </message>
        <message>
            <source>The node id of {label} is there twice; the first node was taken.</source>
            <translation>Die Knoten-ID von {label} gibt es zweimal; der erste Knoten wurde genommen.</translation>
        </message>
        <message>
            <source>The password or headers for {url} are not in the keyring any more. Edit this server and enter them again.</source>
            <translation>Passwort oder Header für {url} sind nicht mehr im Schlüsselbund. Bearbeiten Sie diesen Server und geben Sie sie wieder ein.</translation>
        </message>
        <message>
            <source>The picture cannot be used: {reason}.</source>
            <translation>Das Bild kann nicht verwendet werden: {reason}.</translation>
        </message>
        <message>
            <source>The picture could not be saved to {path}: {reason}</source>
            <translation>Das Bild konnte nicht in {path} gespeichert werden: {reason}</translation>
        </message>
        <message>
            <source>The picture could not be uploaded.</source>
            <translation>Das Bild konnte nicht hochgeladen werden.</translation>
        </message>
        <message>
            <source>The place of {field} in the document is not the one that its path names.</source>
            <translation>Der Ort von {field} im Dokument ist nicht der, den sein Pfad nennt.</translation>
        </message>
        <message>
            <source>The port in {address} must be a number from 1 to 65535.</source>
            <translation>Der Port in {address} muss eine Zahl von 1 bis 65535 sein.</translation>
        </message>
        <message>
            <source>The preset's value does not fit {label}.</source>
            <translation>Der Wert der Vorgabe passt nicht zu {label}.</translation>
        </message>
        <message>
            <source>The queue is full: waiting until some items have ended.</source>
            <translation>Die Warteschlange ist voll: Es wird gewartet, bis einige Elemente beendet sind.</translation>
        </message>
        <message>
            <source>The queue is full: {enqueued} of {requested} items were taken. Submit the rest when some have ended.</source>
            <translation>Die Warteschlange ist voll: {enqueued} von {requested} Elementen wurden angenommen. Schicken Sie den Rest ab, wenn einige beendet sind.</translation>
        </message>
        <message>
            <source>The queue lists this item no more.</source>
            <translation>Die Warteschlange führt dieses Element nicht mehr auf.</translation>
        </message>
        <message>
            <source>The recording to {name} has ended: {reason}.</source>
            <translation>Die Aufzeichnung in {name} hat geendet: {reason}.</translation>
        </message>
        <message>
            <source>The server cannot look through {path}: it has no such folder, or may not read it.</source>
            <translation>Der Server kann {path} nicht durchsuchen: Er hat keinen solchen Ordner oder darf ihn nicht lesen.</translation>
        </message>
        <message>
            <source>The server cannot reach {source}: {reason}</source>
            <translation>Der Server kann {source} nicht erreichen: {reason}</translation>
        </message>
        <message>
            <source>The server could not be reached.</source>
            <translation>Der Server konnte nicht erreicht werden.</translation>
        </message>
        <message>
            <source>The server could not be started. The log says more.</source>
            <translation>Der Server konnte nicht gestartet werden. Das Protokoll sagt mehr.</translation>
        </message>
        <message>
            <source>The server could not change the stars of {count} pictures.</source>
            <translation>Der Server konnte die Sterne von {count} Bildern nicht ändern.</translation>
        </message>
        <message>
            <source>The server could not delete {count} of the models: {reason}</source>
            <translation>Der Server konnte {count} der Modelle nicht löschen: {reason}</translation>
        </message>
        <message>
            <source>The server could not delete {count} of the pictures. They are shown again.</source>
            <translation>Der Server konnte {count} der Bilder nicht löschen. Sie werden wieder gezeigt.</translation>
        </message>
        <message>
            <source>The server could not delete {count} pictures of the board. They are on no board now.</source>
            <translation>Der Server konnte {count} Bilder des Boards nicht löschen. Sie sind jetzt auf keinem Board.</translation>
        </message>
        <message>
            <source>The server could not download something. Check its connection and its access tokens.</source>
            <translation>Der Server konnte etwas nicht herunterladen. Prüfen Sie seine Verbindung und seine Zugriffstokens.</translation>
        </message>
        <message>
            <source>The server could not move {count} of the pictures.</source>
            <translation>Der Server konnte {count} der Bilder nicht verschieben.</translation>
        </message>
        <message>
            <source>The server could not pack the pictures: {reason}</source>
            <translation>Der Server konnte die Bilder nicht packen: {reason}</translation>
        </message>
        <message>
            <source>The server did not take {count} items again: {reason}. They are listed as canceled: retry them there.</source>
            <translation>Der Server nahm {count} Elemente nicht wieder an: {reason}. Sie stehen als abgebrochen in der Liste: Wiederholen Sie sie dort.</translation>
        </message>
        <message>
            <source>The server does not download from its own network: its administrator can allow that (allow_private_download_urls).</source>
            <translation>Der Server lädt nicht aus seinem eigenen Netz herunter: Sein Administrator kann das erlauben (allow_private_download_urls).</translation>
        </message>
        <message>
            <source>The server does not have this model any more. Choose another one in the form, or install it again.</source>
            <translation>Der Server hat dieses Modell nicht mehr. Wählen Sie im Formular ein anderes, oder installieren Sie es wieder.</translation>
        </message>
        <message>
            <source>The server does not know the node {label} ({type}).</source>
            <translation>Der Server kennt den Knoten {label} ({type}) nicht.</translation>
        </message>
        <message>
            <source>The server does not know the node {label}.</source>
            <translation>Der Server kennt den Knoten {label} nicht.</translation>
        </message>
        <message>
            <source>The server does not know what kind of model this is: {source}</source>
            <translation>Der Server weiß nicht, welche Art Modell dies ist: {source}</translation>
        </message>
        <message>
            <source>The server does not list these items any more, or they have not failed.</source>
            <translation>Der Server führt diese Elemente nicht mehr auf, oder sie sind nicht fehlgeschlagen.</translation>
        </message>
        <message>
            <source>The server failed ({status}). Its own log says more.</source>
            <translation>Beim Server ist ein Fehler aufgetreten ({status}). Sein eigenes Protokoll sagt mehr.</translation>
        </message>
        <message>
            <source>The server finds no repository {repo}, or cannot reach the hub.</source>
            <translation>Der Server findet kein Repository {repo} oder kann den Hub nicht erreichen.</translation>
        </message>
        <message>
            <source>The server has ended by itself (code {code}). Its last lines say why.</source>
            <translation>Der Server hat sich von selbst beendet (Code {code}). Seine letzten Zeilen sagen, warum.</translation>
        </message>
        <message>
            <source>The server is busy with something else. Try again in a moment.</source>
            <translation>Der Server ist mit etwas anderem beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>The server lacks something that this node needs. Install it there, or update the server.</source>
            <translation>Dem Server fehlt etwas, das dieser Knoten braucht. Installieren Sie es dort, oder aktualisieren Sie den Server.</translation>
        </message>
        <message>
            <source>The server may not read or write there: {reason}</source>
            <translation>Der Server darf dort nicht lesen oder schreiben: {reason}</translation>
        </message>
        <message>
            <source>The server packs zip files only for a live connection, and there is none now. Save the pictures to a folder instead.</source>
            <translation>Der Server packt Zip-Dateien nur bei einer Live-Verbindung, und die gibt es jetzt nicht. Speichern Sie die Bilder stattdessen in einem Ordner.</translation>
        </message>
        <message>
            <source>The server refused this value: {reason}</source>
            <translation>Der Server lehnte diesen Wert ab: {reason}</translation>
        </message>
        <message>
            <source>The server refused this: {reason}</source>
            <translation>Der Server lehnte dies ab: {reason}</translation>
        </message>
        <message>
            <source>The server went on, but its answer can no more be had. Look into its own folder of pictures, or run it again.</source>
            <translation>Der Server machte weiter, aber seine Antwort ist nicht mehr zu haben. Sehen Sie in seinem eigenen Bilderordner nach, oder führen Sie es erneut aus.</translation>
        </message>
        <message>
            <source>The server's description of its nodes cannot be read.</source>
            <translation>Die Beschreibung der Knoten des Servers kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>The server's disk has too little room: {reason}</source>
            <translation>Der Datenträger des Servers hat zu wenig Platz: {reason}</translation>
        </message>
        <message>
            <source>The server's disk is full. Make room there, then retry.</source>
            <translation>Der Datenträger des Servers ist voll. Schaffen Sie dort Platz und wiederholen Sie dann.</translation>
        </message>
        <message>
            <source>The server's precision setting does not suit this model. Set its precision to automatic, or take another VAE.</source>
            <translation>Die Genauigkeit, auf die der Server eingestellt ist, passt nicht zu diesem Modell. Stellen Sie sie auf automatisch, oder nehmen Sie ein anderes VAE.</translation>
        </message>
        <message>
            <source>The settings cannot be read ({reason}). The usual ones are used.</source>
            <translation>Die Einstellungen können nicht gelesen werden ({reason}). Die üblichen werden verwendet.</translation>
        </message>
        <message>
            <source>The settings cannot be saved ({reason}).</source>
            <translation>Die Einstellungen können nicht gespeichert werden ({reason}).</translation>
        </message>
        <message>
            <source>The settings could not be read and were set aside as {file}. What could be read of them is kept.</source>
            <translation>Die Einstellungen konnten nicht gelesen werden und wurden als {file} beiseitegelegt. Was davon lesbar war, bleibt.</translation>
        </message>
        <message>
            <source>The sheet cannot be read: {reason}</source>
            <translation>Der Bogen kann nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <source>The sheet of this batch is not kept any more.</source>
            <translation>Der Bogen dieses Stapels ist nicht mehr aufbewahrt.</translation>
        </message>
        <message>
            <source>The step must not be 0.</source>
            <translation>Die Schrittweite darf nicht 0 sein.</translation>
        </message>
        <message>
            <source>The sweep has no values.</source>
            <translation>Die Wertereihe hat keine Werte.</translation>
        </message>
        <message>
            <source>The system's settings name a {kind} proxy for {url}. Only http proxies can be used: set one, or except this host (NO_PROXY).</source>
            <translation>Die Systemeinstellungen nennen für {url} einen {kind}-Proxy. Nur http-Proxys gehen: Stellen Sie einen ein, oder nehmen Sie diesen Host aus (NO_PROXY).</translation>
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation>Die Tabelle konnte nicht in {path} geschrieben werden: {reason}</translation>
        </message>
        <message>
            <source>The text is too long: {limit} characters at most.</source>
            <translation>Der Text ist zu lang: höchstens {limit} Zeichen.</translation>
        </message>
        <message>
            <source>The text is too short: {limit} characters at least.</source>
            <translation>Der Text ist zu kurz: mindestens {limit} Zeichen.</translation>
        </message>
        <message>
            <source>There is no field {{{field}}}.</source>
            <translation>Es gibt kein Feld {{{field}}}.</translation>
        </message>
        <message>
            <source>There is no file {name} any more.</source>
            <translation>Es gibt keine Datei {name} mehr.</translation>
        </message>
        <message>
            <source>There is no filter “{name}”: it is searched as text.</source>
            <translation>Es gibt keinen Filter „{name}“: Er wird als Text gesucht.</translation>
        </message>
        <message>
            <source>There is no folder {path}.</source>
            <translation>Es gibt keinen Ordner {path}.</translation>
        </message>
        <message>
            <source>There is no host named {host}. Check the address.</source>
            <translation>Es gibt keinen Host namens {host}. Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>There is no input {field} on a node {node}.</source>
            <translation>Es gibt keine Eingabe {field} an einem Knoten {node}.</translation>
        </message>
        <message>
            <source>There is no input “{input}” on this form.</source>
            <translation>Es gibt keine Eingabe „{input}“ in diesem Formular.</translation>
        </message>
        <message>
            <source>There is no program {path} that could be started. Choose {program} in the folder where {product} is installed.</source>
            <translation>Es gibt kein Programm {path}, das gestartet werden könnte. Wählen Sie {program} in dem Ordner, in dem {product} installiert ist.</translation>
        </message>
        <message>
            <source>There is no result yet. It is looked for again while its server is there.</source>
            <translation>Es gibt noch kein Ergebnis. Es wird wieder gesucht, solange sein Server da ist.</translation>
        </message>
        <message>
            <source>There is no {source}, or it is gone.</source>
            <translation>Es gibt {source} nicht, oder nicht mehr.</translation>
        </message>
        <message>
            <source>There is nothing to run in this workflow.</source>
            <translation>In diesem Workflow gibt es nichts auszuführen.</translation>
        </message>
        <message>
            <source>These items are of more than {limit} batches: choose fewer at once.</source>
            <translation>Diese Elemente gehören zu mehr als {limit} Stapeln: Wählen Sie weniger auf einmal.</translation>
        </message>
        <message>
            <source>This account is disabled. Ask an administrator of {url}.</source>
            <translation>Dieses Konto ist gesperrt. Fragen Sie einen Administrator von {url}.</translation>
        </message>
        <message>
            <source>This board is not on the server.</source>
            <translation>Dieses Board ist nicht auf dem Server.</translation>
        </message>
        <message>
            <source>This cannot be used.</source>
            <translation>Das kann nicht verwendet werden.</translation>
        </message>
        <message>
            <source>This file is JSON, but no workflow.</source>
            <translation>Diese Datei ist JSON, aber kein Workflow.</translation>
        </message>
        <message>
            <source>This file is larger than {limit_mb} MB. No workflow is.</source>
            <translation>Diese Datei ist größer als {limit_mb} MB. Das ist kein Workflow.</translation>
        </message>
        <message>
            <source>This file is no JSON: it stops making sense in line {line}.</source>
            <translation>Diese Datei ist kein JSON: Ab Zeile {line} ergibt sie keinen Sinn.</translation>
        </message>
        <message>
            <source>This file is no workflow: it states no schema version.</source>
            <translation>Diese Datei ist kein Workflow: Sie nennt keine Schemaversion.</translation>
        </message>
        <message>
            <source>This file nests deeper than {limit} levels. No workflow does.</source>
            <translation>Diese Datei ist tiefer als {limit} Ebenen verschachtelt. Das ist kein Workflow.</translation>
        </message>
        <message>
            <source>This generator has a setting that cannot be used.</source>
            <translation>Dieser Generator hat eine Einstellung, die nicht verwendet werden kann.</translation>
        </message>
        <message>
            <source>This input takes {wanted}, not {given}.</source>
            <translation>Diese Eingabe nimmt {wanted}, nicht {given}.</translation>
        </message>
        <message>
            <source>This is a recording: it can be looked at, and nothing else.</source>
            <translation>Dies ist eine Aufzeichnung: Sie kann angesehen werden, sonst nichts.</translation>
        </message>
        <message>
            <source>This is no picture that can be shown here, or it is too large.</source>
            <translation>Dies ist kein Bild, das hier gezeigt werden kann, oder es ist zu groß.</translation>
        </message>
        <message>
            <source>This is no video that the server takes.</source>
            <translation>Dies ist kein Video, das der Server annimmt.</translation>
        </message>
        <message>
            <source>This is not valid JSON.</source>
            <translation>Dies ist kein gültiges JSON.</translation>
        </message>
        <message>
            <source>This model is installed already.</source>
            <translation>Dieses Modell ist schon installiert.</translation>
        </message>
        <message>
            <source>This model is not on the server.</source>
            <translation>Dieses Modell ist nicht auf dem Server.</translation>
        </message>
        <message>
            <source>This picture carries no workflow.</source>
            <translation>Dieses Bild trägt keinen Workflow.</translation>
        </message>
        <message>
            <source>This picture does not carry what it was made with.</source>
            <translation>Dieses Bild trägt nicht, womit es gemacht wurde.</translation>
        </message>
        <message>
            <source>This prompt cannot be unfolded: {reason}</source>
            <translation>Dieser Prompt kann nicht entfaltet werden: {reason}</translation>
        </message>
        <message>
            <source>This server takes no workflow documents: use its own forms.</source>
            <translation>Dieser Server nimmt keine Workflow-Dokumente: Verwenden Sie seine eigenen Formulare.</translation>
        </message>
        <message>
            <source>This system has no keyring: passwords, headers and sign-ins last until you quit.</source>
            <translation>Dieses System hat keinen Schlüsselbund: Passwörter, Header und Anmeldungen gelten, bis Sie beenden.</translation>
        </message>
        <message>
            <source>This value does not fit: this input takes the kind “{kind}”.</source>
            <translation>Dieser Wert passt nicht: Diese Eingabe nimmt die Art „{kind}“.</translation>
        </message>
        <message>
            <source>This workflow can run on its own server only.</source>
            <translation>Dieser Workflow kann nur auf seinem eigenen Server laufen.</translation>
        </message>
        <message>
            <source>This workflow could not be opened. The log says why.</source>
            <translation>Dieser Workflow konnte nicht geöffnet werden. Das Protokoll sagt, warum.</translation>
        </message>
        <message>
            <source>This workflow has the schema version {version}, which is not known here. It was opened as {newest}.</source>
            <translation>Dieser Workflow hat die Schemaversion {version}, die hier nicht bekannt ist. Er wurde als {newest} geöffnet.</translation>
        </message>
        <message>
            <source>This workflow has two return nodes; only one is allowed.</source>
            <translation>Dieser Workflow hat zwei Rückgabeknoten; nur einer ist erlaubt.</translation>
        </message>
        <message>
            <source>This workflow is damaged: its {what} cannot be read.</source>
            <translation>Dieser Workflow ist beschädigt: {what} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>This workflow was opened without a server to submit it to.</source>
            <translation>Dieser Workflow wurde ohne einen Server geöffnet, an den er gehen könnte.</translation>
        </message>
        <message>
            <source>This workflow's schema version cannot be read: “{version}”.</source>
            <translation>Die Schemaversion dieses Workflows kann nicht gelesen werden: „{version}“.</translation>
        </message>
        <message>
            <source>Value {item} of the sweep is empty.</source>
            <translation>Wert {item} der Wertereihe ist leer.</translation>
        </message>
        <message>
            <source>Value {item} of the sweep, {value}, does not fit: the field takes the kind “{kind}”.</source>
            <translation>Wert {item} der Wertereihe, {value}, passt nicht: Das Feld nimmt die Art „{kind}“.</translation>
        </message>
        <message>
            <source>Values and history cannot be kept ({reason}). They last until you quit.</source>
            <translation>Werte und Verlauf können nicht aufbewahrt werden ({reason}). Sie gelten, bis Sie beenden.</translation>
        </message>
        <message>
            <source>Waiting for the server: the workflow opens when it answers.</source>
            <translation>Es wird auf den Server gewartet: Der Workflow öffnet sich, wenn er antwortet.</translation>
        </message>
        <message>
            <source>What an item runs with cannot be read: nothing was canceled.</source>
            <translation>Womit ein Element läuft, kann nicht gelesen werden: Nichts wurde abgebrochen.</translation>
        </message>
        <message>
            <source>What is to be enqueued again cannot be written down ({reason}).</source>
            <translation>Was wieder eingereiht werden soll, kann nicht aufgeschrieben werden ({reason}).</translation>
        </message>
        <message>
            <source>What is to be saved cannot be written down: {reason}</source>
            <translation>Was gespeichert werden soll, kann nicht aufgeschrieben werden: {reason}</translation>
        </message>
        <message>
            <source>What this batch ran with is neither kept here nor on the server any more.</source>
            <translation>Womit dieser Stapel lief, ist weder hier noch auf dem Server aufbewahrt.</translation>
        </message>
        <message>
            <source>What this item ran with is not kept here, and its server does not have it any more.</source>
            <translation>Womit dieses Element lief, ist hier nicht aufbewahrt, und sein Server hat es nicht mehr.</translation>
        </message>
        <message>
            <source>What was submitted carries no workflow.</source>
            <translation>Was abgeschickt wurde, trägt keinen Workflow.</translation>
        </message>
        <message>
            <source>What {count} items ran with is not kept here, and their server does not have them any more.</source>
            <translation>Womit {count} Elemente liefen, ist hier nicht aufbewahrt, und ihr Server hat sie nicht mehr.</translation>
        </message>
        <message>
            <source>Your account on {url} is not allowed to do that.</source>
            <translation>Ihr Konto bei {url} darf das nicht.</translation>
        </message>
        <message>
            <source>Your earlier value does not fit {label} any more.</source>
            <translation>Ihr früherer Wert passt nicht mehr zu {label}.</translation>
        </message>
        <message>
            <source>{address} does not start with http:// or https://.</source>
            <translation>{address} beginnt nicht mit http:// oder https://.</translation>
        </message>
        <message>
            <source>{address} is not an address.</source>
            <translation>{address} ist keine Adresse.</translation>
        </message>
        <message>
            <source>{columns} by {rows} pictures are too many for one image: each would be too small to see. Save a page with fewer.</source>
            <translation>{columns} mal {rows} Bilder sind zu viele für ein Bild: Jedes wäre zu klein, um es zu sehen. Speichern Sie eine Seite mit weniger.</translation>
        </message>
        <message>
            <source>{count} are too few: {limit} at least.</source>
            <translation>{count} sind zu wenige: mindestens {limit}.</translation>
        </message>
        <message>
            <source>{count} are too many: {limit} at most.</source>
            <translation>{count} sind zu viele: höchstens {limit}.</translation>
        </message>
        <message>
            <source>{count} kept values have no field any more. They stay kept in case the fields come back.</source>
            <translation>{count} aufbewahrte Werte haben kein Feld mehr. Sie bleiben aufbewahrt, falls die Felder wiederkommen.</translation>
        </message>
        <message>
            <source>{count} of {total} items were taken before that.</source>
            <translation>{count} von {total} Elementen wurden vorher angenommen.</translation>
        </message>
        <message>
            <source>{count} pictures are not deleted on the server yet. Trying again.</source>
            <translation>{count} Bilder sind auf dem Server noch nicht gelöscht. Neuer Versuch.</translation>
        </message>
        <message>
            <source>{count} results could not be saved: the server did not give them.</source>
            <translation>{count} Ergebnisse konnten nicht gespeichert werden: Der Server gab sie nicht her.</translation>
        </message>
        <message>
            <source>{count} results were deleted on the server before they could be saved.</source>
            <translation>{count} Ergebnisse wurden auf dem Server gelöscht, bevor sie gespeichert werden konnten.</translation>
        </message>
        <message>
            <source>{count} values here, but {wanted} in {other}: in step both need as many.</source>
            <translation>{count} Werte hier, aber {wanted} in {other}: Im Gleichschritt brauchen beide gleich viele.</translation>
        </message>
        <message>
            <source>{field} needs a value.</source>
            <translation>{field} braucht einen Wert.</translation>
        </message>
        <message>
            <source>{field} was cleared: its board is not on this server.</source>
            <translation>{field} wurde geleert: Sein Board ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field} was cleared: its model is not on this server.</source>
            <translation>{field} wurde geleert: Sein Modell ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field} was cleared: its picture is not on this server.</source>
            <translation>{field} wurde geleert: Sein Bild ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field} was cleared: its video is not on this server.</source>
            <translation>{field} wurde geleert: Sein Video ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field}: the board {name} is not on this server.</source>
            <translation>{field}: Das Board {name} ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field}: the model {name} is not on this server.</source>
            <translation>{field}: Das Modell {name} ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field}: the picture {name} is not on this server.</source>
            <translation>{field}: Das Bild {name} ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field}: the video {name} is not on this server.</source>
            <translation>{field}: Das Video {name} ist nicht auf diesem Server.</translation>
        </message>
        <message>
            <source>{field}: {name} was found on this server under another key.</source>
            <translation>{field}: {name} wurde auf diesem Server unter einem anderen Schlüssel gefunden.</translation>
        </message>
        <message>
            <source>{file} is locked by another program. New values and history are kept in {beside} and join it at a later start.</source>
            <translation>{file} ist von einem anderen Programm gesperrt. Neue Werte und der Verlauf werden in {beside} aufbewahrt und kommen bei einem späteren Start dazu.</translation>
        </message>
        <message>
            <source>{label} has an input {field} that the server does not know.</source>
            <translation>{label} hat eine Eingabe {field}, die der Server nicht kennt.</translation>
        </message>
        <message>
            <source>{label} was made for version {old}, the server has {new}. Inputs that are gone are left out.</source>
            <translation>{label} wurde für Version {old} gemacht, der Server hat {new}. Eingaben, die es nicht mehr gibt, werden ausgelassen.</translation>
        </message>
        <message>
            <source>{name} answers again.</source>
            <translation>{name} antwortet wieder.</translation>
        </message>
        <message>
            <source>{name} cannot be read. Check that it is there and under 256 MB.</source>
            <translation>{name} kann nicht gelesen werden. Prüfen Sie, ob es da ist und unter 256 MB.</translation>
        </message>
        <message>
            <source>{name} cannot be read. Check that it is there and under 64 MB.</source>
            <translation>{name} kann nicht gelesen werden. Prüfen Sie, ob es da ist und unter 64 MB.</translation>
        </message>
        <message>
            <source>{name} cannot be read: {reason}.</source>
            <translation>{name} kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <source>{name} holds no values.</source>
            <translation>{name} enthält keine Werte.</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB. No preset is.</source>
            <translation>{name} ist größer als {limit} MB. Das ist keine Vorgabe.</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB. No workflow is.</source>
            <translation>{name} ist größer als {limit} MB. Das ist kein Workflow.</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB. Use a smaller file.</source>
            <translation>{name} ist größer als {limit} MB. Verwenden Sie eine kleinere Datei.</translation>
        </message>
        <message>
            <source>{name} is no preset: choose a file that was exported here.</source>
            <translation>{name} ist keine Vorgabe: Wählen Sie eine Datei, die hier exportiert wurde.</translation>
        </message>
        <message>
            <source>{name} was exported by a newer version. Update this app to read it.</source>
            <translation>{name} wurde von einer neueren Version exportiert. Aktualisieren Sie diese App, um es zu lesen.</translation>
        </message>
        <message>
            <source>{server} cannot run this as it stands.</source>
            <translation>{server} kann dies so nicht ausführen.</translation>
        </message>
        <message>
            <source>{server} is not connected: waiting for it.</source>
            <translation>{server} ist nicht verbunden: Es wird darauf gewartet.</translation>
        </message>
        <message>
            <source>{server} lists no item {item} any more.</source>
            <translation>{server} führt kein Element {item} mehr auf.</translation>
        </message>
        <message>
            <source>{source} could not be installed: {reason}</source>
            <translation>{source} konnte nicht installiert werden: {reason}</translation>
        </message>
        <message>
            <source>{source} is no path on the server, no address and no repository.</source>
            <translation>{source} ist kein Pfad auf dem Server, keine Adresse und kein Repository.</translation>
        </message>
        <message>
            <source>{source} wants an access token: accept its terms there, make a token, and try again with it.</source>
            <translation>{source} verlangt ein Zugriffstoken: Nehmen Sie dort die Bedingungen an, legen Sie ein Token an, und versuchen Sie es damit noch einmal.</translation>
        </message>
        <message>
            <source>{url} answers, but it is no kind of server that is known here. Check the port.</source>
            <translation>{url} antwortet, ist aber keine Art Server, die hier bekannt ist. Prüfen Sie den Port.</translation>
        </message>
        <message>
            <source>{url} answers, but it is no {product} server. Check the port.</source>
            <translation>{url} antwortet, ist aber kein {product}-Server. Prüfen Sie den Port.</translation>
        </message>
        <message>
            <source>{url} answers, but there is nothing (404). Check the port, and the path under which a proxy has the server.</source>
            <translation>{url} antwortet, aber dort ist nichts (404). Prüfen Sie den Port und den Pfad, unter dem ein Proxy den Server hat.</translation>
        </message>
        <message>
            <source>{url} cannot be reached. Check the address and the network.</source>
            <translation>{url} ist nicht erreichbar. Prüfen Sie die Adresse und das Netzwerk.</translation>
        </message>
        <message>
            <source>{url} did not answer within {seconds} seconds. It may be busy: trying again.</source>
            <translation>{url} antwortete nicht innerhalb von {seconds} Sekunden. Vielleicht ist es beschäftigt: neuer Versuch.</translation>
        </message>
        <message>
            <source>{url} does not know this e-mail address with this password.</source>
            <translation>{url} kennt diese E-Mail-Adresse mit diesem Passwort nicht.</translation>
        </message>
        <message>
            <source>{url} does not offer this ({what}). Its version may be too old for it.</source>
            <translation>{url} bietet dies nicht an ({what}). Vielleicht ist seine Version zu alt dafür.</translation>
        </message>
        <message>
            <source>{url} does not speak https. Use http:// instead.</source>
            <translation>{url} spricht kein https. Verwenden Sie stattdessen http://.</translation>
        </message>
        <message>
            <source>{url} gave an answer that cannot be read ({what}).</source>
            <translation>{url} gab eine Antwort, die nicht gelesen werden kann ({what}).</translation>
        </message>
        <message>
            <source>{url} is new: its first administrator is still to be made.</source>
            <translation>{url} ist neu: Sein erster Administrator muss noch angelegt werden.</translation>
        </message>
        <message>
            <source>{url} opened a stream and sent nothing for {seconds} s: its stream does not deliver, or a proxy holds it back. Items run without progress from now on.</source>
            <translation>{url} öffnete einen Datenstrom und sandte {seconds} s lang nichts: Der Strom liefert nicht, oder ein Proxy hält ihn zurück. Elemente laufen von nun an ohne Fortschritt.</translation>
        </message>
        <message>
            <source>{url} refuses live updates. Asking every few seconds instead.</source>
            <translation>{url} lehnt Live-Meldungen ab. Stattdessen wird alle paar Sekunden gefragt.</translation>
        </message>
        <message>
            <source>{url} sends you on to {target}. Use that address if you trust it.</source>
            <translation>{url} verweist Sie an {target}. Verwenden Sie diese Adresse, wenn Sie ihr vertrauen.</translation>
        </message>
        <message>
            <source>{url} wants you to sign in.</source>
            <translation>{url} verlangt eine Anmeldung.</translation>
        </message>
        <message>
            <source>{value} is no multiple of {limit}.</source>
            <translation>{value} ist kein Vielfaches von {limit}.</translation>
        </message>
        <message>
            <source>{value} is too large: it must be less than {limit}.</source>
            <translation>{value} ist zu groß: Es muss kleiner als {limit} sein.</translation>
        </message>
        <message>
            <source>{value} is too large: the most is {limit}.</source>
            <translation>{value} ist zu groß: höchstens {limit}.</translation>
        </message>
        <message>
            <source>{value} is too small: it must be more than {limit}.</source>
            <translation>{value} ist zu klein: Es muss größer als {limit} sein.</translation>
        </message>
        <message>
            <source>{value} is too small: the least is {limit}.</source>
            <translation>{value} ist zu klein: mindestens {limit}.</translation>
        </message>
        <message>
            <source>{what} is not on the server any more.</source>
            <translation>{what} ist nicht mehr auf dem Server.</translation>
        </message>
        <message>
            <source>“{text}” cannot be used here.</source>
            <translation>„{text}“ kann hier nicht verwendet werden.</translation>
        </message>
        <message>
            <source>“{text}” is not a color: write it like #RRGGBB or #RRGGBBAA.</source>
            <translation>„{text}“ ist keine Farbe: Schreiben Sie sie wie #RRGGBB oder #RRGGBBAA.</translation>
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation>„{text}“ ist keine Zahl.</translation>
        </message>
        <message>
            <source>“{value}” is none of the choices.</source>
            <translation>„{value}“ steht nicht zur Auswahl.</translation>
        </message>
        <message>
            <source>“{value}” means nothing for the filter {name}: it is left out.</source>
            <translation>„{value}“ bedeutet für den Filter {name} nichts: Es wird ausgelassen.</translation>
        </message>
    </context>
</TS>
