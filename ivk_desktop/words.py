"""English text by code: what the window translates and the command line prints. No Qt.

One table a room: ``SENTENCES`` maps a problem's code to a sentence with named arguments. The
window passes each sentence through ``tr()``.
"""

from __future__ import annotations

from ivk_desktop.domain.problems import Problem

SENTENCES: dict[str, str] = {
    # reaching a server
    "api_error": "The server could not be reached.",
    "unreachable": "{url} cannot be reached. Check the address and the network.",
    "name_not_found": "There is no host named {host}. Check the address.",
    "refused": "Nothing answers at {url}. Is the server running, and is the port right?",
    "timed_out": "{url} did not answer within {seconds} seconds. It may be busy: trying again.",
    "tls_failed": "The certificate of {url} is not trusted. Check the address. If it is your own"
    " server, give its authority's file, or trust just this certificate.",
    "trust_unusable": "The certificates for {url} cannot be used ({reason}): {file}",
    "proxy_unusable": "The system's settings name a {kind} proxy for {url}. Only http proxies can"
    " be used: set one, or except this host (NO_PROXY).",
    "tls_missing": "{url} does not speak https. Use http:// instead.",
    "socket_refused": "{url} refuses live updates. Asking every few seconds instead.",
    "not_this_kind": "{url} answers, but it is no {product} server. Check the port.",
    "unknown_kind": "{url} answers, but it is no kind of server that is known here."
    " Check the port.",
    "stream_silent": "{url} opened a stream and sent nothing for {seconds} s: its stream does not"
    " deliver, or a proxy holds it back. Items run without progress from now on.",
    "no_documents": "This server takes no workflow documents: use its own forms.",
    "nothing_there": "{url} answers, but there is nothing (404). Check the port, and the path"
    " under which a proxy has the server.",
    "gate_closed": "Something before {url} wants credentials of its own. Enter its user name and"
    " password, or its headers.",
    "keys_lost": "The password or headers for {url} are not in the keyring any more. Edit this"
    " server and enter them again.",
    "bad_answer": "{url} gave an answer that cannot be read ({what}).",
    "route_missing": "{url} does not offer this ({what}). Its version may be too old for it.",
    "unauthorized": "{url} wants you to sign in.",
    "set_up_needed": "{url} is new: its first administrator is still to be made.",
    "wrong_password": "{url} does not know this e-mail address with this password.",
    "account_disabled": "This account is disabled. Ask an administrator of {url}.",
    "right_missing": "Only administrators can do that; you are signed in as {name}.",
    "forbidden": "Your account on {url} is not allowed to do that.",
    "not_found": "{what} is not on the server any more.",
    "busy": "The server is busy with something else. Try again in a moment.",
    "rejected": "The server refused this: {reason}",
    "server_fault": "The server failed ({status}). Its own log says more.",
    "unusable": "This cannot be used.",
    # pictures
    "not_a_picture": "This is no picture that can be shown here, or it is too large.",
    "export_failed": "The table could not be written to {path}: {reason}",
    "not_saved": "The picture could not be saved to {path}: {reason}",
    "queue_full": "The queue is full: {enqueued} of {requested} items were taken. "
    "Submit the rest when some have ended.",
    "picture_unreadable": "{name} cannot be read. Check that it is there and under 64 MB.",
    "video_unreadable": "{name} cannot be read. Check that it is there and under 256 MB.",
    "not_a_video": "This is no video that the server takes.",
    "not_connected": "Not connected: waiting for the server.",
    "internal_error": "Something went wrong in the app itself ({kind}). The log says more.",
    "crashed": "The app ended by a crash the last time. Nothing that was kept is lost.",
    "recording_read_only": "This is a recording: it can be looked at, and nothing else.",
    "recording_failed": "The recording to {name} has ended: {reason}.",
    "server_left": "Opened on {server}: connect to it to invoke.",
    "server_away": "{server} is not connected: waiting for it.",
    "no_server_fits": "No connected server has all that this needs: {what}.",
    "not_portable": "This workflow can run on its own server only.",
    "not_ready_there": "{server} cannot run this as it stands.",
    "moved_without_files": "Pictures stay on their server: choose others in {count} fields.",
    "moved_without_file": "A picture stays on its server: choose another one.",
    "bad_preview": "Item {item} sends previews that are no pictures. Its result is not affected.",
    "connected_again": "{name} answers again.",
    "demo_failed": "The demo server did not start. The log says more.",
    "redirected": "{url} sends you on to {target}. Use that address if you trust it.",
    "unconfirmed": "It is not known whether {url} took this. "
    "Look at the queue before trying again.",
    "connection_lost": "The connection to {url} was lost. Trying again.",
    "server_refused_value": "The server refused this value: {reason}",
    # server addresses
    "address_empty": "Enter the address of a server, for example http://localhost:9090.",
    "address_invalid": "{address} is not an address.",
    "address_scheme": "{address} does not start with http:// or https://.",
    "address_port": "The port in {address} must be a number from 1 to 65535.",
    "address_credentials": "Leave the user name and password out of the address.",
    "header_unreadable": "Line {line} is no header: write Name: value.",
    "header_taken": "The header {name} is made by the connection itself. Leave it out.",
    "headers_too_many": "That is more than {limit} headers.",
    # links of other programs
    "link_unreadable": "The link {link} leads nowhere: this program does not know it.",
    "link_item_gone": "{server} lists no item {item} any more.",
    # opening workflows and filling their forms
    "waits_for_server": "Waiting for the server: the workflow opens when it answers.",
    "open_failed": "This workflow could not be opened. The log says why.",
    "file_missing": "There is no file {name} any more.",
    "file_unreadable": "{name} cannot be read: {reason}.",
    "file_too_large": "{name} is larger than {limit} MB. No workflow is.",
    "kept_value_dropped": "Your earlier value does not fit {label} any more.",
    "kept_value_orphaned": "A kept value has no field any more. It stays kept in case the field"
    " comes back.",
    "kept_values_orphaned": "{count} kept values have no field any more. They stay kept in case"
    " the fields come back.",
    "preset_too_large": "{name} is larger than {limit} MB. No preset is.",
    "preset_unreadable": "{name} is no preset: choose a file that was exported here.",
    "preset_newer": "{name} was exported by a newer version. Update this app to read it.",
    "preset_empty": "{name} holds no values.",
    "preset_value_unfit": "The preset's value does not fit {label}.",
    "not_a_number": "“{text}” is not a number.",
    "not_json": "This is not valid JSON.",
    "not_a_color": "“{text}” is not a color: write it like #RRGGBB or #RRGGBBAA.",
    "upload_failed": "The picture could not be uploaded.",
    # boards and pictures
    "not_deleted": "The server could not delete {count} of the pictures. They are shown again.",
    "delete_later": "{count} pictures are not deleted on the server yet. Trying again.",
    "not_moved": "The server could not move {count} of the pictures.",
    "not_starred": "The server could not change the stars of {count} pictures.",
    "board_not_emptied": "The server could not delete {count} pictures of the board."
    " They are on no board now.",
    "maker_unknown": "No item of the queue made this picture, or it is gone from the queue.",
    "template_unknown": "There is no field {{{field}}}.",
    "template_braces": "A brace is left over: write fields as {{name}}.",
    "template_empty": "Enter a name, for example {{name}}.",
    "folder_unwritable": "Nothing can be saved in {path}: {reason}",
    "export_folder": "Results cannot be saved in {path}: {reason}",
    "export_disk_full": "The disk of {path} is full. Results are saved once there is room again.",
    "export_journal": "What is to be saved cannot be written down: {reason}",
    "export_gone_one": "A result was deleted on the server before it could be saved.",
    "export_gone": "{count} results were deleted on the server before they could be saved.",
    "results_unsaved_one": "A result could not be saved: the server did not give it.",
    "results_unsaved": "{count} results could not be saved: the server did not give them.",
    "sheet_gone": "The sheet of this batch is not kept any more.",
    "sheet_unreadable": "The sheet cannot be read: {reason}",
    "sheet_lost": "What this batch ran with is neither kept here nor on the server any more.",
    "sheet_item_gone": "The queue lists this item no more.",
    "sheet_too_large": "{columns} by {rows} pictures are too many for one image: each would be too"
    " small to see. Save a page with fewer.",
    "transfer_stopped": "Stopped after {count} of {total}: {reason}",
    "zip_needs_live": "The server packs zip files only for a live connection, and there is none"
    " now. Save the pictures to a folder instead.",
    "zip_failed": "The server could not pack the pictures: {reason}",
    # models and their installation
    "models_not_deleted": "The server could not delete {count} of the models: {reason}",
    "cover_unreadable": "The picture cannot be used: {reason}.",
    "hub_not_found": "The server finds no repository {repo}, or cannot reach the hub.",
    "folder_not_scanned": "The server cannot look through {path}: it has no such folder, or may not"
    " read it.",
    "install_needs_token": "{source} wants an access token: accept its terms there, make a token,"
    " and try again with it.",
    "install_no_space": "The server's disk has too little room: {reason}",
    "install_unknown_type": "The server does not know what kind of model this is: {source}",
    "install_duplicate": "This model is installed already.",
    "install_source_unknown": "{source} is no path on the server, no address and no repository.",
    "install_not_found": "There is no {source}, or it is gone.",
    "install_unreachable": "The server cannot reach {source}: {reason}",
    "install_private_address": "The server does not download from its own network: its"
    " administrator can allow that (allow_private_download_urls).",
    "install_not_allowed": "The server may not read or write there: {reason}",
    "install_failed": "{source} could not be installed: {reason}",
    # workflow documents
    "document_too_large": "This file is larger than {limit_mb} MB. No workflow is.",
    "document_too_deep": "This file nests deeper than {limit} levels. No workflow does.",
    "document_not_json": "This file is no JSON: it stops making sense in line {line}.",
    "document_not_object": "This file is JSON, but no workflow.",
    "picture_without_workflow": "This picture carries no workflow.",
    "picture_without_graph": "This picture does not carry what it was made with.",
    "picture_without_seed": "Nothing random made this picture: another run gives the same.",
    "workflow_no_version": "This file is no workflow: it states no schema version.",
    "workflow_bad_version": "This workflow's schema version cannot be read: “{version}”.",
    "workflow_malformed": "This workflow is damaged: its {what} cannot be read.",
    "workflow_two_returns": "This workflow has two return nodes; only one is allowed.",
    "workflow_newer": "This workflow has the schema version {version}, which is not known here."
    " It was opened as {newest}.",
    "openapi_unusable": "The server's description of its nodes cannot be read.",
    "request_without_workflow": "What was submitted carries no workflow.",
    "job_without_workflow": "Item {item} carries no workflow.",
    # generators that the server resolves
    "generator_pending": "The batch {label} waits for what its generator yields.",
    "generator_unusable": "This generator has a setting that cannot be used.",
    "prompt_unusable": "This prompt cannot be unfolded: {reason}",
    # what was mended when a workflow was opened
    "edge_missing_node": "The connection from {source} to {target} was left out:"
    " one of its nodes is not in the workflow.",
    "edge_unknown_type": "The connection from {source} to {target} was left out:"
    " the server does not know one of the nodes.",
    "edge_missing_output": "The connection from {source} to {target} was left out:"
    " there is no such output.",
    "edge_missing_input": "The connection from {source} to {target} was left out:"
    " there is no such input.",
    "edge_to_itself": "The connection from {source} to {target} was left out:"
    " a node cannot feed itself.",
    "edge_twice": "The connection from {source} to {target} is there twice; one was left out.",
    "edge_input_taken": "The connection from {source} to {target} was left out:"
    " the input is connected already.",
    "edge_direct_input": "The connection from {source} to {target} was left out:"
    " this input takes no connection.",
    "edge_types_differ": "The connection from {source} to {target} was left out:"
    " their types differ.",
    "edge_types_mixed": "The connection from {source} to {target} was left out:"
    " a collection takes items of one type.",
    "edge_cycle": "The connection from {source} to {target} was left out: it closes a circle.",
    "node_kind_skipped": "An element of the unknown kind {kind} was left out.",
    "node_id_twice": "The node id of {label} is there twice; the first node was taken.",
    "node_unknown": "The server does not know the node {label}.",
    "node_unknown_type": "The server does not know the node {label} ({type}).",
    "node_outdated": "{label} was made for version {old}, the server has {new}."
    " Inputs that are gone are left out.",
    "form_repaired": "The form was damaged and has been mended.",
    "form_field_gone": "A field was taken off the form: {node} has no input {field}.",
    "path_drifted": "The place of {field} in the document is not the one that its path names.",
    "model_replaced": "{field}: {name} was found on this server under another key.",
    "model_missing": "{field}: the model {name} is not on this server.",
    "model_cleared": "{field} was cleared: its model is not on this server.",
    "image_cleared": "{field} was cleared: its picture is not on this server.",
    "video_cleared": "{field} was cleared: its video is not on this server.",
    "board_cleared": "{field} was cleared: its board is not on this server.",
    "image_missing": "{field}: the picture {name} is not on this server.",
    "video_missing": "{field}: the video {name} is not on this server.",
    "board_missing": "{field}: the board {name} is not on this server.",
    # why a workflow cannot be submitted
    "graph_empty": "There is nothing to run in this workflow.",
    "field_missing": "{field} needs a value.",
    "field_unknown": "{label} has an input {field} that the server does not know.",
    "value_unfit": "This value does not fit: this input takes the kind “{kind}”.",
    "number_above": "{value} is too large: the most is {limit}.",
    "number_below": "{value} is too small: the least is {limit}.",
    "number_not_below": "{value} is too large: it must be less than {limit}.",
    "number_not_above": "{value} is too small: it must be more than {limit}.",
    "number_no_multiple": "{value} is no multiple of {limit}.",
    "text_too_long": "The text is too long: {limit} characters at most.",
    "text_too_short": "The text is too short: {limit} characters at least.",
    "list_empty": "The list is empty.",
    "list_too_short": "{count} are too few: {limit} at least.",
    "list_too_long": "{count} are too many: {limit} at most.",
    "choice_unknown": "“{value}” is none of the choices.",
    "model_not_there": "This model is not on the server.",
    "board_not_there": "This board is not on the server.",
    "batch_not_connected": "The batch {label} is not connected to anything.",
    "batch_empty": "The batch {label} has no items.",
    "batch_sizes_differ": "The batches of {group} differ in length.",
    "batch_item_unfit": "Item {item} of the batch {label} does not fit {field} of {target}.",
    "generator_unknown": "The batch {label} is fed by something that is no generator.",
    "generator_bad": "The generator of the batch {label} has a setting that cannot be used.",
    "generator_too_many": "The generator of the batch {label} makes more than {limit} items.",
    # sweeps
    "sweep_no_field": "A sweep has no field on this form any more. Remove it.",
    "sweep_connected": "Another node gives this value: it cannot be swept.",
    "sweep_empty": "The sweep has no values.",
    "sweep_lengths_differ": "{count} values here, but {wanted} in {other}: in step both need"
    " as many.",
    "sweep_value_unfit": "Value {item} of the sweep, {value}, does not fit: the field takes"
    " the kind “{kind}”.",
    "sweep_value_empty": "Value {item} of the sweep is empty.",
    "sweep_text_unfit": "“{text}” cannot be used here.",
    "sweep_step_zero": "The step must not be 0.",
    "sweep_too_many": "That is more than {limit} items. No queue takes so many.",
    "sweep_too_many_batches": "That takes more than {limit} batches: sweep fewer models,"
    " boards or colors at once.",
    "sweep_table_unreadable": "The file is no CSV table: {reason}.",
    "sweep_table_empty": "The file is empty.",
    "sweep_file_too_large": "{name} is larger than {limit} MB. Use a smaller file.",
    "submitted_in_part": "{count} of {total} items were taken before that.",
    "keep_failing": "Stopped: {count} items in a row failed.",
    "keep_queue_full": "The queue is full: waiting until some items have ended.",
    "keep_unconfirmed": "It is not known whether the last submission was taken: waiting until"
    " the queue shows it.",
    # enqueuing again
    "requeue_stale": "It is not known how that item stands now. Wait for the queue to be read.",
    "requeue_private": "Items of other users cannot be enqueued again.",
    "requeue_nested": "An item that is part of another one's run cannot be enqueued by itself.",
    "requeue_started": "That has begun to run already: it was let be.",
    "requeue_unreadable": "What an item runs with cannot be read: nothing was canceled.",
    "requeue_nothing": "None of these items can be enqueued again.",
    "requeue_too_many": "These items are of more than {limit} batches: choose fewer at once.",
    "requeue_busy": "Another window is moving items of this server. Try again in a moment.",
    "requeue_not_kept": "What is to be enqueued again cannot be written down ({reason}).",
    "requeue_refused": "The server did not take {count} items again: {reason}."
    " They are listed as canceled: retry them there.",
    "reorder_within": "Items can be moved within the first {limit} that wait."
    " Use Run next or Run last instead.",
    "not_found_yet": "There is no result yet. It is looked for again while its server is there.",
    "retry_gone": "The server does not list these items any more, or they have not failed.",
    "retry_nothing": "Nothing has failed that was not retried already.",
    "seeds_too_few": "Only {count} seeds are possible, not {runs} different ones.",
    # scripts and the command line
    "edit_unknown": "There is no input {field} on a node {node}.",
    "input_unknown": "There is no input “{input}” on this form.",
    "input_ambiguous": "More than one input is called “{input}”.",
    "field_class_differs": "This input takes {wanted}, not {given}.",
    "no_submitter": "This workflow was opened without a server to submit it to.",
    # what helps when an item has failed
    "hint_out_of_memory": "The device ran out of memory. Make the picture smaller, run fewer items"
    " at once, take a smaller or quantized model, or close what else uses the device.",
    "hint_disk_full": "The server's disk is full. Make room there, then retry.",
    "hint_model_not_found": "The server does not have this model any more. Choose another one in"
    " the form, or install it again.",
    "hint_model_file": "A model's file is missing or damaged on the server. Install the model"
    " again.",
    "hint_picture_missing": "An input picture is not on the server any more. Choose another one in"
    " the form.",
    "hint_missing_input": "A node lacks an input. Open the item's workflow and fill in what is"
    " missing.",
    "hint_models_differ": "Models of different kinds were put together, for example a LoRA or a"
    " ControlNet of another base. Choose ones that fit the main model.",
    "hint_number_type": "The server's precision setting does not suit this model. Set its precision"
    " to automatic, or take another VAE.",
    "hint_server_lacks": "The server lacks something that this node needs. Install it there, or"
    " update the server.",
    "hint_result_lost": "The server went on, but its answer can no more be had. Look into its own"
    " folder of pictures, or run it again.",
    "hint_download": "The server could not download something. Check its connection and its access"
    " tokens.",
    # what is done when all work is done
    "command_not_started": "The command for the end of all work could not be started: {reason}",
    "command_failed": "The command for the end of all work ended with the code {code}.",
    "command_not_allowed": "All work is done. The command was not run: you have not agreed to it"
    " as it stands now.",
    # a server of this computer
    "local_no_program": "There is no program {path} that could be started. Choose {program} in"
    " the folder where {product} is installed.",
    "local_no_root": "There is no folder {path}.",
    "local_not_started": "The server could not be started. The log says more.",
    "local_ended": "The server has ended by itself (code {code}). Its last lines say why.",
    "local_runs_already": "A server runs already at {url}: connect to that one. Two of them on one"
    " folder would work on the same queue.",
    # settings, data and secrets
    "settings_broken": "The settings could not be read and were set aside as {file}."
    " What could be read of them is kept.",
    "settings_unreadable": "The settings cannot be read ({reason}). The usual ones are used.",
    "settings_unwritable": "The settings cannot be saved ({reason}).",
    "data_broken": "Kept values and history could not be read. They were set aside as {file}"
    " and new ones begun.",
    "data_locked": "{file} is locked by another program. New values and history are kept in"
    " {beside} and join it at a later start.",
    "history_unusable": "The history cannot be read or written ({reason}).",
    "history_lost": "What {count} items ran with is not kept here, and their server does not have"
    " them any more.",
    "history_lost_one": "What this item ran with is not kept here, and its server does not have it"
    " any more.",
    "data_newer": "A newer version of this app wrote {file}."
    " Nothing is kept in it until you use that version again.",
    "index_broken": "The local index of pictures was broken and is made anew."
    " Ratings and tags are not in it.",
    "index_unusable": "The local index of pictures cannot be used ({reason})."
    " Searches ask the server.",
    "search_filter_unknown": "There is no filter “{name}”: it is searched as text.",
    "search_value_unknown": "“{value}” means nothing for the filter {name}: it is left out.",
    "data_unusable": "Values and history cannot be kept ({reason}). They last until you quit.",
    "secrets_memory_only": "This system has no keyring: passwords, headers and sign-ins last until"
    " you quit.",
    "secrets_locked": "The keyring is locked or does not answer: passwords, headers and sign-ins"
    " last until you quit.",
}


def sentence(problem: Problem) -> str:
    """The English sentence of a problem; an unknown code or argument never raises."""
    template = SENTENCES.get(problem.code, problem.code.replace("_", " ").capitalize() + ".")
    try:
        return template.format(**problem.args)
    except (KeyError, IndexError, ValueError):
        return template
