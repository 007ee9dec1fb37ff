<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AddressPage</name>
        <message>
            <source>/models/portrait.safetensors or https://…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A file or folder that the server can read, or the address of a model file. Drop a file here for its path: the server has to see it under the same path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Else the server moves it into its own models folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the file where it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path or address</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AgainDialog</name>
        <message>
            <source>&amp;With another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No values yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in the form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{winners}, 1 value: {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{winners}, {count} values: {items}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Busy bars stand still.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Font</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground behind pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Less motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The language changes with the next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BoardBar</name>
        <message>
            <source>Assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images or assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Oldest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rated first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search prompts and metadata</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starred first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upload pictures to this board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, and filters: model:sdxl lora:ink prompt:fox seed:123 size:1024x768
rating:&gt;=4 tag:keep starred board:cats after:2026-01 before:2026-03-18
A minus turns one round, quotes keep words together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{chosen} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{chosen} of {total} pictures are chosen</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BoardEditor</name>
        <message>
            <source>Auto</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Auto (the board below)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None (Uncategorized)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{board} (not on the server)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BoardMenu</name>
        <message>
            <source>Archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download as zip…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Public: others add to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send new results here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared: others see it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upload pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Visible for</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>No assets on this board yet. Drop picture files on it to upload them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture matches the search.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture of this board matches the search.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No pictures on this board yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the local index</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BoardPicturesDialog</name>
        <message>
            <source>Add picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images or assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick from a board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This board has no assets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This board has no images.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This board has no videos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uncategorized</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Videos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} videos</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CachesPage</name>
        <message>
            <source>Caches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For searches. Made again with the next connection; ratings and tags stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Index of pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept to be faster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Node templates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read again with the next connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read from the server again when they are shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thumbnails</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message>
            <source>Built-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opened {ago}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message>
            <source>Workflows</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CellMarks</name>
        <message>
            <source>Rating: {rating} of 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags: {tags}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChoiceEditor</name>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} (not offered)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChoicePage</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClockBlock</name>
        <message>
            <source>All work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>click one to show it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sign in to see what runs</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColorEditor</name>
        <message>
            <source>Pick a color</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: pick a color</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnsDialog</name>
        <message>
            <source>&amp;Usual columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Always shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checked columns are shown, the first one at the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns from left to right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move &amp;right</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ComboParameter</name>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CommandConsent</name>
        <message>
            <source>Allow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not allow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each time when all work is done, this command runs with your rights, as if you had typed it. Allow it only if you know what it does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run this command?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Find or do…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} found</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ComparePane</name>
        <message>
            <source>Compare without this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture {letter}: {title}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>Both pictures, with a slider between them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slider</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom together</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompareWindow</name>
        <message>
            <source>All inputs are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also what is the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare {left} with {right}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs of both items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}, one of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No such input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of these items has no inputs that can be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of {total} inputs differ.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Connections</name>
        <message>
            <source>Demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recording: {file}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ContextBook</name>
        <message>
            <source>{duration}, done at {clock}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DesktopPage</name>
        <message>
            <source>A command line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allow…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As a bar in the taskbar or dock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As a number on the application's icon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As an icon in the tray</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closing the window hides it there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far the work is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the title of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does not run before you have allowed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It runs 10 s after the last item has ended, unless you stop it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep this computer awake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run a command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show a notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This desktop has no tray.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When all work is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While items run</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetailsHeader</name>
        <message>
            <source>Copy as bug report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details in a window of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>item {id}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetailsPages</name>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No node has run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nodes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results of this item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server keeps no times of nodes, and this item was not seen running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What ran before this app saw the item has no times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole item</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetailsView</name>
        <message>
            <source>Choose an item in the queue to see its details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This item is private: its server tells other users its state alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This kind of server keeps no details of its items.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DifferenceTable</name>
        <message>
            <source>All raw data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They were made with the same values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What differs between the pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{facts} facts differ, {values} values of the raw data.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Both are the same, pixel by pixel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both look the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brightness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much the difference is brightened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their sizes differ: the second is stretched to the first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are large, and were compared at a smaller size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times {gain}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} of the pixels differ, by {mean} on average.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DryRunWindow</name>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as Python</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as curl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dry run: {workflow}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent. This would make {items} in {batches} batches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent. This would make {items}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request as text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With $IVK_TOKEN in place of a token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EditDialog</name>
        <message>
            <source>&amp;Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Trigger phrases
(one a line)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ErrorCentre</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{items} failed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ErrorPage</name>
        <message>
            <source>Copy error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first {count} characters are left out here; Copy error has them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traceback</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EventTable</name>
        <message>
            <source>Events</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EventWindow</name>
        <message>
            <source>All events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data of the event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Event log of {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In short</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play a recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play a recording…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record to a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recordings (*.jsonl)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text in the data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The recording is finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With prompts and inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it, the file has neither; names and tokens are never in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} events in {file}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportButton</name>
        <message>
            <source>1 result saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another window of this app saves the results of this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results are saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results are saved by themselves. A click opens the settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving, {count} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} results saved</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>All that the servers make</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For example {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert a field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only of these servers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only on these boards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures and videos as the server has them, each once. What ends while the app is closed is saved when it is back. No file is ever replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save each result to a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save results in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What I submit here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where nothing is ticked, all are meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a JSON file beside each, its metadata</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} counts the results of one submission</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{problem} The names before it hold.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FactValue</name>
        <message>
            <source>Click to copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FactsList</name>
        <message>
            <source>What the picture was made of</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FieldMenu</name>
        <message>
            <source>Another random seed each run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every combination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In step with {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the sweep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run with many values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next seed each run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same seed every run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: vary it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{source}…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FieldView</name>
        <message>
            <source>Another node gives this value: what stands here is not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the workflow's value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Provided by connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run with many values ({keys})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>swept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: back to the workflow's value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: vary it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilePage</name>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None chosen</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>All boards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LoRA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Local index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negative prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of your tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rating</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server and local index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starred only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{stars} or more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoldDetail</name>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide the traceback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its server has to be connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the traceback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traceback</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoldList</name>
        <message>
            <source>Failures</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FolderPage</name>
        <message>
            <source>/models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A folder on the server's computer. It is looked through, with all below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave files where they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model was found there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uploading {done} of {count}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{models}, {count} of them not installed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FormPanel</name>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No workflow is open. Choose one in the sidebar, or open a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo {what}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoundHere</name>
        <message>
            <source>Use it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FrameEditor</name>
        <message>
            <source>{count} frames</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FullScreen</name>
        <message>
            <source>Back to the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GeneratorEditor</name>
        <message>
            <source>Assets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uncategorized</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GeneratorPreview</name>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking what this yields…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the generator yields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yields nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Herald</name>
        <message>
            <source>All work is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No reason given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} since {time}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryActions</name>
        <message>
            <source>Copy error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete from history…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open as form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run batch again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run {count} items again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show batch</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryFilters</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All servers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From … to …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the items of one batch are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending, running, waiting, or gone from the queue unseen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search workflows, prompts, values and errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistorySide</name>
        <message>
            <source>Batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an item to see what it ran with and what came of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to the server to see all pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No inputs are known: it was not submitted from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One picture is not on the server any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the items of this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times and places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Traceback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures are not on the server any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: its server is not connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: not on the server any more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryTable</name>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryWindow</name>
        <message>
            <source>Export CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No item of the history matches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing yet. What is submitted and seen is kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The newest {count} items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {all} items</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HubPage</name>
        <message>
            <source>A repository, for example owner/name. The server looks what is in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole repository (Diffusers)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model in {repo}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>owner/name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImageEditor</name>
        <message>
            <source>Choose a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a picture here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick from a board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uploading…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImagesEditor</name>
        <message>
            <source>Add pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add pictures… ({count} now)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick from a board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: click to take it out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InputTable</name>
        <message>
            <source>Fed by a connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InstallPage</name>
        <message>
            <source>Folder of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path or address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starter models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This kind of server installs no models.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in the queue.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InvokeBar</name>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A board not on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Board for results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often the workflow runs, 1 to 10,000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading boards…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More ways to invoke</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No workflow is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not open yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready: {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results whose board is automatic go to: {board}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending {items}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uncategorized</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InvokeMenu</name>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy request as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dry run…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke at the front</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke at the front, then cancel the running items that were submitted here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace what runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop keeping items pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ItemRow</name>
        <message>
            <source>Take item {number} out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>Progress of the job</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobNotices</name>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no reason given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} failed: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is done.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JsonPanel</name>
        <message>
            <source>JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No match</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search names and values, Enter for the next</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JsonTree</name>
        <message>
            <source>Copy all as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeepRow</name>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop keeping {workflow} pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{waiting} of {wanted} pending, {made} submitted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LaneCard</name>
        <message>
            <source>As of {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel this item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in the queue any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>took {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} so far</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LanePicture</name>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LanesColumn</name>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lanes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>connecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>connection lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>idle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>idle {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not signed in</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LibrarySide</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parts and tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LibraryWindow</name>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No workflow matches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search names, descriptions and tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share with all users</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This library has no workflows yet. Open a file and save it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow library of {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListEditor</name>
        <message>
            <source>Add an item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: add an item</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListPage</name>
        <message>
            <source>4, 5, 6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One value on each line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ListedEditor</name>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the list…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server has none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{id} (not on the server)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: clear</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LivePage</name>
        <message>
            <source>As of {time}, connection lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latest results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} not looked at yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LocalServerWindow</name>
        <message>
            <source>&amp;Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Root folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the program chooses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does not run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log of the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready at {url}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Root folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starting: that may take a minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starts an {product} that is installed here, and ends it with this app. One that was started elsewhere is left alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program {program}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server's root folder</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Copy log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LoraRow</name>
        <message>
            <source>Take this one out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take {name} out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight of {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LorasEditor</name>
        <message>
            <source>Add a LoRA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} (not installed)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MediaPlayer</name>
        <message>
            <source>Fetching {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system has no program that opens {name}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Message</name>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MetadataPane</name>
        <message>
            <source>Choose a picture to see what it was made of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Raw data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server does not tell what pictures were made of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is told of the picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MiniWindow</name>
        <message>
            <source>All work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the whole window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mini window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ivk desktop, mini</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more run</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MissingModelsDialog</name>
        <message>
            <source>A model without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find or install…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Instead of {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models of {workflow}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model of this server fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server does not have these models. Choose what stands for them: the choice is remembered for this workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use these models</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelEditor</name>
        <message>
            <source>Choose a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} (not installed)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelTable</name>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelTableModel</name>
        <message>
            <source>Base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its files are gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <source>All bases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All formats</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop all models that are not in use from memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install a model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model matches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a model to see its details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server has no models yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use in the form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of the name, description or trigger phrases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{models} selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{models} selected, {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {all}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelsWindow</name>
        <message>
            <source>For administrators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install queue {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models of {server}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NamesPopup</name>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing matches</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NodeList</name>
        <message>
            <source>Nodes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NodesModel</name>
        <message>
            <source>0 to {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading model {name}: {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Node</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ended} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} from {start}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NodesView</name>
        <message>
            <source>Nodes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NoticeLog</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Events</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NotificationsPage</name>
        <message>
            <source>After 10 minutes away, say in one line what ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Neither notifications nor sounds at these hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notifications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One notification a batch, with its picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quiet hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When a batch has ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When an item has failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While no window is active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a sound</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NumberEditor</name>
        <message>
            <source>A random number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: a random number</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>As of {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PickPage</name>
        <message>
            <source>Choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uncategorized</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PickerPopup</name>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more: search to narrow down</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PicksBar</name>
        <message>
            <source>Beside each other, with a slider, or their difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare none of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all marks away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} marked for deletion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} to compare</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureActions</name>
        <message>
            <source>As the theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy {count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count} pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download {count} as zip…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ground</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to a board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {count} to a board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in the system's player</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open its sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open its workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate {count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rating</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again with its values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run {count} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save {count} pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send its prompt to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send its prompt to {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send its seed to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send its seed to {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the queue item that made it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Star</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Star {count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags of {count} pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take star away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take {count} stars away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use as cover of the board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use as input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use as input: {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use its values in the open form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vary {count}: new seeds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vary: its values, a new seed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureInput</name>
        <message>
            <source>Choose a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Videos</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureRuns</name>
        <message>
            <source>A picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in the queue again.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureValues</name>
        <message>
            <source>The value does not fit {field}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture carries no prompt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture carries no seed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture was made by another workflow: open that instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values of the picture are in the form.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PictureView</name>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreferencePage</name>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preferences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore defaults</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PresetBar</name>
        <message>
            <source>&amp;Compare with current…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;pply again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save &amp;as new…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as new preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The preset {name} is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PresetCompareDialog</name>
        <message>
            <source>All values are those of {preset}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare with {preset}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Current</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fields that differ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take brings the preset's value into the form; undo takes it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: take the preset's value</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PresetFiles</name>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of its {all} values has a field of the same name and kind here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Presets (*.ivkpreset)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unnamed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of its {all} values have a field of the same name and kind here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} could not be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{preset} was made for another workflow: {title}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PresetNameDialog</name>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>Caches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the folder: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passwords and sign-ins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preferences, and the addresses of your servers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Privacy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are in the keyring of this system alone, never in a file of this app. Without a keyring they last until you quit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This app talks to the servers that you connect it to, and to nothing else: no usage figures, no crash reports, no search for updates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thumbnails, the index of pictures, node templates. It may be deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values of forms, presets, history, ratings, tags, what is in the trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened, without passwords and sign-ins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is kept on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your work</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PromptsPage</name>
        <message>
            <source>Asking the server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most so many prompts, 1 to 10,000</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every combination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How prompts are chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random prompts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a {red|blue} bird in {spring|autumn}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueActions</name>
        <message>
            <source>Cancel item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only whoever queued it, or an administrator, can do that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run {items} again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueHeader</name>
        <message>
            <source>Columns of the queue</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install a model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is being installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only administrators of this server see what is being installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry with a token…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size}/s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>Batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter: prompt, model, server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No item matches the filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows where “{column}” &amp;has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The queue is empty. Fill in the form and press Invoke.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the rows are gathered by</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueTable</name>
        <message>
            <source>Install queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueTableModel</name>
        <message>
            <source>Downloaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RandomPage</name>
        <message>
            <source>Draw again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RangePage</name>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RatingStars</name>
        <message>
            <source>Rated {rating} of 5</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReachForm</name>
        <message>
            <source>&amp;Certificates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Headers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;User name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A file with certificates (PEM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificates (*.pem *.crt *.cer)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificates of an authority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One a line, as Name: value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only this one certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only where a proxy stands before the server:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SHA-256 {fingerprint}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Those of an authority in a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Those this computer trusts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Reaching</name>
        <message>
            <source>1 model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is new: connect to make its first administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It wants you to sign in: connect to do so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} workflows</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReadOnlyEditor</name>
        <message>
            <source>No value</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReferenceEditor</name>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None chosen: enter its id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: clear</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RelateDialog</name>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relate to {model}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultStrip</name>
        <message>
            <source>Latest results</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ResultsPage</name>
        <message>
            <source>No results of {workflow} yet. Press Invoke to make one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No results yet. What you invoke appears here, newest first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunStrip</name>
        <message>
            <source>Add a server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel all pending items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel the running items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find or do…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find or do…  {keys}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or hide the sidebar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try to reach the lost server at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} new</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SaveDialog</name>
        <message>
            <source>&amp;Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A JSON file beside each, with its metadata</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For example {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert a field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save pictures in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save {pictures}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <source>&amp;Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A filter of the same name is replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved filters</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScrubBar</name>
        <message>
            <source>Look back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {step} of {count} received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps received</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SeedButton</name>
        <message>
            <source>Every run has another random seed. Press to keep this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every run has the next seed. Press to keep this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every run has this seed. Press for another one each run.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServerChip</name>
        <message>
            <source>Connected, asking every few seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connected, live updates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection lost, trying again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disconnected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hidden: a click shows it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its boards, models and workflows are listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in as {name} ({role})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as of {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>polling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>user</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServerChips</name>
        <message>
            <source>More servers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServerChoice</name>
        <message>
            <source>Boards, models and workflows of {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server whose lists are shown</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServerDialog</name>
        <message>
            <source>&amp;Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking {url}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to a server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at its certificate…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody vouches for this certificate. Compare its fingerprint with the one that the server itself tells: then it alone is trusted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the certificate of {url}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{product} answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{product} {version} runs on this computer.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServerPick</name>
        <message>
            <source>Least busy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs on: {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server that has all that is needed and is through first</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SheetWindow</name>
        <message>
            <source>No winner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as image…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheet of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>W or Space marks the item with the ring as a winner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Winner</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter: action or key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShortcutTree</name>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>Choose an action to give it other keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter: action or key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New shortcut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual keys for all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} belongs to “{action}”, which would have none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} is needed for typing. Add Ctrl or Alt, or use a function key.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Boards by date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter all lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sidebar</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignInDialog</name>
        <message>
            <source>&amp;E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Repeat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stay signed in for 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create and sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter an e-mail address and a password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Otherwise for a day, and until you quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in to {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} is new. Make its first account: an administrator's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} wants to know who you are.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Stage</name>
        <message>
            <source>No preview yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing runs. Open a workflow and press Invoke: its pictures appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture cannot be shown.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StageHeader</name>
        <message>
            <source>All running previews</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New previews and results take the stage until you click on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stage in a window of its own</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StarterPage</name>
        <message>
            <source>Base</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter names, bases, types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installs {names} with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No starter model matches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only administrators of this server install models.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starter models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>All events</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusChips</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SweepDialog</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every combination with other sweeps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How it goes with other sweeps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In step with {field}, {count} values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No values yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sweep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vary {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the values come from</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SweepField</name>
        <message>
            <source>Remove the sweep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}, swept: {values}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SystemTray</name>
        <message>
            <source>Nothing runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the window</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TablePage</name>
        <message>
            <source>Column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TagPopup</name>
        <message>
            <source>Commas between tags. Enter keeps them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keep, for print</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tagging</name>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags of {pictures}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tile</name>
        <message>
            <source>No preview yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TitleSwitcher</name>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unsaved</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ToggleEditor</name>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{word} (default)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TokenLine</name>
        <message>
            <source>Access token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Access token, if needed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TransferLine</name>
        <message>
            <source>Downloading {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawing {done} of {total} on {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving {done} of {total} to {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server packs {total} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uploading {done} of {total} to {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrashModel</name>
        <message>
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted here {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in {delay}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrashWindow</name>
        <message>
            <source>Ask before pictures go to the trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete now…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete on the server after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty the trash…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The trash is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trash of {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pictures}, {size}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrayKeeper</name>
        <message>
            <source>Click on its icon to see the window. File &gt; Quit ends it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ivk desktop goes on in the tray</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>UndoActions</name>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo {what}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>UndoOffer</name>
        <message>
            <source>Undo (enqueue {items} again, with new ids)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>VideoEditor</name>
        <message>
            <source>Drop a video here</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ViewBar</name>
        <message>
            <source>Along</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger pictures (+)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture of each item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller pictures (-)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ViewMenus</name>
        <message>
            <source>&amp;Columns…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Group by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Run order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Sort by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear f&amp;ilter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Descending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move ri&amp;ght</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort &amp;ascending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort &amp;descending</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ViewModes</name>
        <message>
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Viewer</name>
        <message>
            <source>Viewer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ViewerBar</name>
        <message>
            <source>Place in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Wall</name>
        <message>
            <source>All running previews</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing runs now. Press Escape to go back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show on {screen}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WarningLine</name>
        <message>
            <source>And {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowBoards</name>
        <message>
            <source>Download pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results whose board is automatic go to {board} now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The board {name} is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These pictures are on another server: drag their files here instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upload pictures to {board}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zip files (*.zip)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pictures} moved to {board}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowDetails</name>
        <message>
            <source>A bug report is on the clipboard, without secrets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of item {id}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowEvents</name>
        <message>
            <source>The recording could not be opened.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowHelp</name>
        <message>
            <source>About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy this into a bug report. It holds versions and the end of the log, and neither passwords nor addresses nor prompts. Nothing is sent by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Diagnostics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MIT licence. Qt is used under the LGPL-3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows of the queue</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowHistory</name>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted {count} items from the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted 1 item again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Submitted {count} items again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrote {count} items to {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>history</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowModelManager</name>
        <message>
            <source>Deleted {models}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture for {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowOpening</name>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pasted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clipboard holds no workflow, and no PNG that may carry one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflows and pictures (*.json *.png)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowPalette</name>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowPictures</name>
        <message>
            <source>Done with the pictures of {server} alone: choose the others then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {pictures} to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The marks of {pictures} are gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pictures} in the trash.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowQueue</name>
        <message>
            <source>&amp;Undo cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo: enqueue {items} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied the graph.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enqueue again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known whether {items} were enqueued again before the connection was lost.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowSaving</name>
        <message>
            <source>Name of the new workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save to the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved {name} to the library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} could not be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowServers</name>
        <message>
            <source>Another server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disconnect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List its boards, models and workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retry now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in strip, lanes and queue</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowSessions</name>
        <message>
            <source>No field of this form takes {model}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved to {file}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowSheets</name>
        <message>
            <source>Batch nodes vary here, too: such winners run again one at a time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No batch of this server varies anything: sweep a field first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No field of this form takes other values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sheet fills as items finish.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowSignIn</name>
        <message>
            <source>Sign &amp;in as another user…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;out {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are signed out of {server}: what is shown is of before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your sign-in to {server} ends at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} wants you to sign in.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowSubmits</name>
        <message>
            <source>Copied, with $IVK_TOKEN in place of a token.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server's requests cannot be copied.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowTargets</name>
        <message>
            <source>Least busy: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fewest items wait there: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its queue is done first, in {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no other connected server has all that is needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing runs there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the others are paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} lacks {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{workflow} goes to {server}: {why}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WindowWall</name>
        <message>
            <source>On {screen}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkSigns</name>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkWatch</name>
        <message>
            <source>All work is done. Runs in {seconds} s: {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All work is done. The command runs now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not run it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Items are running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The command was not run.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Close workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Connect to a server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit this server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find or do…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;History…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Invoke</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mini</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open workflow…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paste a workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Server page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Sidebar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;System</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Trash…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Upload pictures…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actual size, or fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to what is compared, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All &amp;events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As &amp;batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beside each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;lear the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel &amp;running item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel all p&amp;ending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel e&amp;verything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy &amp;diagnostics…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete for good…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete what is marked…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Difference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disco&amp;nnect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;vent log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enlarge &amp;queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;ollow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failure&amp;s…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fit pictur&amp;e</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full s&amp;creen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invoke at the &amp;front</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger &amp;text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>M&amp;onitor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark for deletion, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mo&amp;de</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode&amp;ls…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to a board…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only pictures of its batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;log folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in the system's player</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open its workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open r&amp;ecent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Over the whole screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview w&amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Q&amp;ueue in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate 4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rate 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move this server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;try all failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove en&amp;ded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset all &amp;values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset la&amp;yout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again with its values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;weep sheet…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save &amp;result as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save to a &amp;file as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save to the li&amp;brary as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send its prompt to the open form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send its seed to the open form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ser&amp;vers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server on this com&amp;puter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the queue item that made it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign &amp;out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slide show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>St&amp;age in a window of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Star, or take the star away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T&amp;heme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the rating away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ten pictures back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ten pictures on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use it as input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use its values in the open form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vary: its values, a new seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it was made of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Windo&amp;ws of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a slider</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow &amp;library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom o&amp;ut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>boards</name>
        <message>
            <source>All {total} pictures are indexed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Indexed {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is indexed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server searches all of it as one text: filters need the index.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>clock</name>
        <message>
            <source>Add one to begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done about {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done: not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done: not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Idle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Idle since {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused, {count} pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pauses after this item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>connection lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trying again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ended} of {total} items</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>delays</name>
        <message>
            <source>1 day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 hour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} seconds</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>details</name>
        <message>
            <source>took {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} so far</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Items: {ids}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No reason given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again. Dismiss this when it went well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of them were run again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>facts</name>
        <message>
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy {fact}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Guidance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LoRAs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negative prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prompt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scheduler</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>Batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to {server} to run it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete from history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete this item from the history?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count} items from the history?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each is submitted as a batch of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It left the server's queue unseen: how it ended is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its results stay on the server. This cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep only the newest {count} items?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Origin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run time (s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run {count} items again?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it ran with is not kept here, and the server has it no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items of one batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} older ones are deleted from the history. This cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{span} run time</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>job_texts</name>
        <message>
            <source>Canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Denoising</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GPU {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started elsewhere ({title})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time left not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} of {total}, estimated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time} left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>library</name>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count} workflows from the library?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {name} from the library?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone. What is open here stays open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>links</name>
        <message>
            <source>Another program or a page asks for this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to the server {url}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the workflow {id} of the server {url}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show item {id} in the queue of the server {url}?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>models</name>
        <message>
            <source>1 model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Access token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CFG rescale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CFG scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CLIP embed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CLIP vision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Control LoRA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ControlNet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Default settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {what} ({size}) from the server?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {what}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Embedding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>FP8 storage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files in the server's own models folder are deleted with them. Files elsewhere stay. This cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Guidance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Highest weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IP adapter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installed, but the server does not know what kind of model it is: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may hold {size}; {cleared} parts were dropped to make room.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its files are not where the server expects them: workflows with it fail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LoRA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking through the library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lowest weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Main</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No open workflow, library workflow or preset names it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has been loaded yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing in memory; {hits} hits, {misses} misses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ONNX</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the CPU only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preprocessor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Related models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scheduler</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set picture…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T2I adapter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T5 encoder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token for {source}. It is sent to the server, and not kept here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trigger phrases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Used by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VAE precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{parts} parts in memory, {size}; {hits} hits, {misses} misses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size}/s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>nodes</name>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{step} of {total}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>pictures</name>
        <message>
            <source>1 picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete the board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete the board “{name}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {pictures} for good?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {pictures} too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {pictures}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not ask again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each is one more item at the end of the queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run {pictures} again?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server deletes them now. This cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are hidden here at once, and deleted on the server in {delay}. Until then the Trash restores them, and other programs still see them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pictures} are on it. Kept, they are uncategorized. Deleted, they are gone from the server at once, and nothing brings them back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>preset_texts</name>
        <message>
            <source>1 value does not fit its field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 value has no field here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset: none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset: {name} ({count} changed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values do not fit their fields.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values have no field here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is applied.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>queue</name>
        <message>
            <source>, with the new id {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, with the new ids {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of date and time, or &gt; and &lt;: &gt; 2026-03-01</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of the number, or &gt; and &lt;: &gt; 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of the text. Leave it empty to show all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A part of the time, or &gt; and &lt; with seconds or minutes: &gt; 1:30</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel {items}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceled {items}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceled, but not enqueued again, as they had just begun: {items}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the queue? {items} will be removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cleared the queue: {items} removed. Pictures are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Created</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {items}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {items} from the queue?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted {items} from the queue. Pictures are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Destination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ended: {items}. Pictures are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enqueued {items} again, left over from a move{ids}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enqueued {items} again{ids}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inputs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left running: {items}. This server cannot cancel: it is only watched no more, and its result is looked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not read from the server yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not started from here: {items}. Whoever started it loses it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of an earlier time: not confirmed by the server yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Origin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other users</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused: {items} pending.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending: {items}. Too many batches to be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pending: {items}. Undo is offered for 10 s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Removed {items} that had ended. Pictures are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resumed: {items} pending.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retrying {items}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running: {items}. Its work so far is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop watching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop watching this item?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The queue is full: {items} not taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server cannot read this item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Users</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words that rows must have, anywhere: tiger portrait
In one column: status:failed  user:ann  device:cuda  seed:42
More or less: run&gt;60  wait&lt;1:30  created&gt;2026-03-01
Not: -user:ann   Several words: "red fox"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflow not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{items} left as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{items} will run last{ids}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{items} will run next{ids}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{known} of {total} loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} as of {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time}, all items together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is not understood: no column or input is called “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is not understood: “{name}” cannot be compared with &lt; and &gt;.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is not understood: “{value}” is no number or time.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>server_page</name>
        <message>
            <source>&amp;E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a user…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All sign-ins of this user end with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked for again and again: no live connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Completed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Critical errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Custom nodes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Debug</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete intermediates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {count} intermediate pictures?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete {name} ({email})?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For administrators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide dependencies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much the server writes into its log, until it is restarted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Info</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Intermediate pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Invocation cache</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Live: changes are pushed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Maintenance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Maintenance runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make plain user</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New password for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has anything in the queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None were added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing runs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing runs; {count} pictures are not where the server's settings want them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only administrators of this server see that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures are being moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reconnects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovering</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Requests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set password…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last one failed: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The passwords differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They were made on the way to others. The server deletes them at once, for good.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone. To keep somebody out for a while, disable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Users</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What following it costs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{ago}, {event}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} a minute, {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} dependencies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} items may wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} node</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} nodes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures that were made on the way to others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size} of {most} results kept; {hits} found again, {misses} not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what}. New items are refused until it is done.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>sheets</name>
        <message>
            <source>1 winner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No winners yet: W marks one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the winner again with…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run winners again with…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} winners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {all} done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>sidebar</name>
        <message>
            <source>All {count} boards…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {count} models…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {count} open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {count} workflows…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Board of {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Boards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Built-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ControlNet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>LoRA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Main</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manage models…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No boards yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No models on this server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None yet: choose one below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not connected yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not read. Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private: only its owner sees it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Public: all users see it and add to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared: all users see it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection is lost; this was true then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workflows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>archived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as of {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>built-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unsaved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{images} images, {assets} assets, {videos} videos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} %</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>step_texts</name>
        <message>
            <source>change of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>preset {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reset of all values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reset of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>typing in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>values of a picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>sweeps</name>
        <message>
            <source>+1 each run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 value: {values}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column of a CSV file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dynamic prompts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lines of a text file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List of values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Random values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Same every run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Uncategorized</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values: {values}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>transfers</name>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upload the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Videos are not packed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} failed: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} were left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} were not tried. {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pictures} saved in {place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{pictures} uploaded to the assets of {place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place} was not made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place}: {pictures} of {edge} px, {width} × {height} px as a whole.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>value_text</name>
        <message>
            <source>Auto</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>A brace is left over: write fields as {{name}}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A field was taken off the form: {node} has no input {field}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A kept value has no field any more. It stays kept in case the field comes back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A model's file is missing or damaged on the server. Install the model again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer version of this app wrote {file}. Nothing is kept in it until you use that version again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A node lacks an input. Open the item's workflow and fill in what is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A picture stays on its server: choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A result could not be saved: the server did not give it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A result was deleted on the server before it could be saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A server runs already at {url}: connect to that one. Two of them on one folder would work on the same queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sweep has no field on this form any more. Remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All work is done. The command was not run: you have not agreed to it as it stands now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An element of the unknown kind {kind} was left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An input picture is not on the server any more. Choose another one in the form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An item that is part of another one's run cannot be enqueued by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another node gives this value: it cannot be swept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another window is moving items of this server. Try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a name, for example {{name}}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the address of a server, for example http://localhost:9090.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known how that item stands now. Wait for the queue to be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known whether the last submission was taken: waiting until the queue shows it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not known whether {url} took this. Look at the queue before trying again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {item} carries no workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {item} of the batch {label} does not fit {field} of {target}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Item {item} sends previews that are no pictures. Its result is not affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Items can be moved within the first {limit} that wait. Use Run next or Run last instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Items of other users cannot be enqueued again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept values and history could not be read. They were set aside as {file} and new ones begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the user name and password out of the address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line} is no header: write Name: value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models of different kinds were put together, for example a LoRA or a ControlNet of another base. Choose ones that fit the main model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than one input is called “{input}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No connected server has all that this needs: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No item of the queue made this picture, or it is gone from the queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of these items can be enqueued again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not connected: waiting for the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing answers at {url}. Is the server running, and is the port right?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be saved in {path}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has failed that was not retried already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing random made this picture: another run gives the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only administrators can do that; you are signed in as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {count} seeds are possible, not {runs} different ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opened on {server}: connect to it to invoke.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures stay on their server: choose others in {count} fields.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results cannot be saved in {path}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something before {url} wants credentials of its own. Enter its user name and password, or its headers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong in the app itself ({kind}). The log says more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped after {count} of {total}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped: {count} items in a row failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That has begun to run already: it was let be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is more than {limit} headers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is more than {limit} items. No queue takes so many.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That takes more than {limit} batches: sweep fewer models, boards or colors at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The app ended by a crash the last time. Nothing that was kept is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The batch {label} has no items.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The batch {label} is fed by something that is no generator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The batch {label} is not connected to anything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The batch {label} waits for what its generator yields.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The batches of {group} differ in length.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The certificate of {url} is not trusted. Check the address. If it is your own server, give its authority's file, or trust just this certificate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The certificates for {url} cannot be used ({reason}): {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The command for the end of all work could not be started: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The command for the end of all work ended with the code {code}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} is there twice; one was left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: a collection takes items of one type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: a node cannot feed itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: it closes a circle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: one of its nodes is not in the workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: the input is connected already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: the server does not know one of the nodes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: their types differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: there is no such input.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: there is no such output.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection from {source} to {target} was left out: this input takes no connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to {url} was lost. Trying again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The demo server did not start. The log says more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The device ran out of memory. Make the picture smaller, run fewer items at once, take a smaller or quantized model, or close what else uses the device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk of {path} is full. Results are saved once there is room again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is no CSV table: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The form was damaged and has been mended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The generator of the batch {label} has a setting that cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The generator of the batch {label} makes more than {limit} items.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The header {name} is made by the connection itself. Leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The history cannot be read or written ({reason}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keyring is locked or does not answer: passwords, headers and sign-ins last until you quit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link {link} leads nowhere: this program does not know it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The list is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The local index of pictures cannot be used ({reason}). Searches ask the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The local index of pictures was broken and is made anew. Ratings and tags are not in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The node id of {label} is there twice; the first node was taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The password or headers for {url} are not in the keyring any more. Edit this server and enter them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture cannot be used: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture could not be saved to {path}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The picture could not be uploaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The place of {field} in the document is not the one that its path names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The port in {address} must be a number from 1 to 65535.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The preset's value does not fit {label}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The queue is full: waiting until some items have ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The queue is full: {enqueued} of {requested} items were taken. Submit the rest when some have ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The queue lists this item no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The recording to {name} has ended: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server cannot look through {path}: it has no such folder, or may not read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server cannot reach {source}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not be reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not be started. The log says more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not change the stars of {count} pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not delete {count} of the models: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not delete {count} of the pictures. They are shown again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not delete {count} pictures of the board. They are on no board now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not download something. Check its connection and its access tokens.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not move {count} of the pictures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not pack the pictures: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server did not take {count} items again: {reason}. They are listed as canceled: retry them there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not download from its own network: its administrator can allow that (allow_private_download_urls).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not have this model any more. Choose another one in the form, or install it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not know the node {label} ({type}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not know the node {label}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not know what kind of model this is: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not list these items any more, or they have not failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server failed ({status}). Its own log says more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server finds no repository {repo}, or cannot reach the hub.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server has ended by itself (code {code}). Its last lines say why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is busy with something else. Try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server lacks something that this node needs. Install it there, or update the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server may not read or write there: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server packs zip files only for a live connection, and there is none now. Save the pictures to a folder instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server refused this value: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server refused this: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server went on, but its answer can no more be had. Look into its own folder of pictures, or run it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server's description of its nodes cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server's disk has too little room: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server's disk is full. Make room there, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server's precision setting does not suit this model. Set its precision to automatic, or take another VAE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings cannot be read ({reason}). The usual ones are used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings cannot be saved ({reason}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings could not be read and were set aside as {file}. What could be read of them is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sheet cannot be read: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sheet of this batch is not kept any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The step must not be 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sweep has no values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system's settings name a {kind} proxy for {url}. Only http proxies can be used: set one, or except this host (NO_PROXY).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table could not be written to {path}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is too long: {limit} characters at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is too short: {limit} characters at least.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no field {{{field}}}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file {name} any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no filter “{name}”: it is searched as text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no folder {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no host named {host}. Check the address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no input {field} on a node {node}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no input “{input}” on this form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no program {path} that could be started. Choose {program} in the folder where {product} is installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no result yet. It is looked for again while its server is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no {source}, or it is gone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to run in this workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These items are of more than {limit} batches: choose fewer at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This account is disabled. Ask an administrator of {url}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This board is not on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is JSON, but no workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is larger than {limit_mb} MB. No workflow is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is no JSON: it stops making sense in line {line}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file is no workflow: it states no schema version.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This file nests deeper than {limit} levels. No workflow does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This generator has a setting that cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This input takes {wanted}, not {given}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a recording: it can be looked at, and nothing else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no picture that can be shown here, or it is too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no video that the server takes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not valid JSON.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This model is installed already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This model is not on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture carries no workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture does not carry what it was made with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This prompt cannot be unfolded: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server takes no workflow documents: use its own forms.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This system has no keyring: passwords, headers and sign-ins last until you quit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This value does not fit: this input takes the kind “{kind}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow can run on its own server only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow could not be opened. The log says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow has the schema version {version}, which is not known here. It was opened as {newest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow has two return nodes; only one is allowed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow is damaged: its {what} cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow was opened without a server to submit it to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This workflow's schema version cannot be read: “{version}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value {item} of the sweep is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value {item} of the sweep, {value}, does not fit: the field takes the kind “{kind}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values and history cannot be kept ({reason}). They last until you quit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for the server: the workflow opens when it answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What an item runs with cannot be read: nothing was canceled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be enqueued again cannot be written down ({reason}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be saved cannot be written down: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this batch ran with is neither kept here nor on the server any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this item ran with is not kept here, and its server does not have it any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was submitted carries no workflow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What {count} items ran with is not kept here, and their server does not have them any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your account on {url} is not allowed to do that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your earlier value does not fit {label} any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{address} does not start with http:// or https://.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{address} is not an address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{columns} by {rows} pictures are too many for one image: each would be too small to see. Save a page with fewer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} are too few: {limit} at least.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} are too many: {limit} at most.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} kept values have no field any more. They stay kept in case the fields come back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of {total} items were taken before that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} pictures are not deleted on the server yet. Trying again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} results could not be saved: the server did not give them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} results were deleted on the server before they could be saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} values here, but {wanted} in {other}: in step both need as many.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} needs a value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} was cleared: its board is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} was cleared: its model is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} was cleared: its picture is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field} was cleared: its video is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: the board {name} is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: the model {name} is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: the picture {name} is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: the video {name} is not on this server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{field}: {name} was found on this server under another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is locked by another program. New values and history are kept in {beside} and join it at a later start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} has an input {field} that the server does not know.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} was made for version {old}, the server has {new}. Inputs that are gone are left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} answers again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot be read. Check that it is there and under 256 MB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot be read. Check that it is there and under 64 MB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} cannot be read: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} holds no values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is larger than {limit} MB. No preset is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is larger than {limit} MB. No workflow is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is larger than {limit} MB. Use a smaller file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no preset: choose a file that was exported here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was exported by a newer version. Update this app to read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} cannot run this as it stands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} is not connected: waiting for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} lists no item {item} any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{source} could not be installed: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{source} is no path on the server, no address and no repository.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{source} wants an access token: accept its terms there, make a token, and try again with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} answers, but it is no kind of server that is known here. Check the port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} answers, but it is no {product} server. Check the port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} answers, but there is nothing (404). Check the port, and the path under which a proxy has the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} cannot be reached. Check the address and the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} did not answer within {seconds} seconds. It may be busy: trying again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} does not know this e-mail address with this password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} does not offer this ({what}). Its version may be too old for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} does not speak https. Use http:// instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} gave an answer that cannot be read ({what}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} is new: its first administrator is still to be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} opened a stream and sent nothing for {seconds} s: its stream does not deliver, or a proxy holds it back. Items run without progress from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} refuses live updates. Asking every few seconds instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} sends you on to {target}. Use that address if you trust it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{url} wants you to sign in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} is no multiple of {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} is too large: it must be less than {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} is too large: the most is {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} is too small: it must be more than {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} is too small: the least is {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{what} is not on the server any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” cannot be used here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not a color: write it like #RRGGBB or #RRGGBBAA.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is none of the choices.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” means nothing for the filter {name}: it is left out.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
