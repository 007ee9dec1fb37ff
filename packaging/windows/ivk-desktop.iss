; Inno Setup 6: iscc packaging\windows\ivk-desktop.iss /DVersion=0.1.0
; Installs for one person, without administrator rights; makes dist\ivk-desktop-VERSION-setup.exe.

#ifndef Version
  #error Say the version: /DVersion=0.1.0
#endif

[Setup]
AppId={{6F0B7C36-7F0E-4B43-9A55-0B3F3D6A6C15}
AppName=ivk desktop
AppVersion={#Version}
AppPublisher=the ivk_desktop authors
DefaultDirName={autopf}\ivk desktop
DefaultGroupName=ivk desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\packaging\icons\app.ico
UninstallDisplayIcon={app}\ivk-desktop.exe
OutputDir=..\..\dist
OutputBaseFilename=ivk-desktop-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.AddToPath=Add the command line program (ivk-desktop-cli) to PATH
de.AddToPath=Das Programm für die Befehlszeile (ivk-desktop-cli) in PATH aufnehmen

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "{cm:AddToPath}"; Flags: unchecked

[InstallDelete]
; Nothing of an older version stays between the files of the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\ivk-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\ivk desktop"; Filename: "{app}\ivk-desktop.exe"
Name: "{autodesktop}\ivk desktop"; Filename: "{app}\ivk-desktop.exe"; Tasks: desktopicon

[Registry]
; Offered under "Open with" for workflows and pictures; the person's own choice stays.
Root: HKA; Subkey: "Software\Classes\Applications\ivk-desktop.exe"; ValueType: string; \
  ValueName: "FriendlyAppName"; ValueData: "ivk desktop"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\ivk-desktop.exe\shell\open\command"; \
  ValueType: string; ValueData: """{app}\ivk-desktop.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\ivk-desktop.exe\SupportedTypes"; \
  ValueType: string; ValueName: ".json"
Root: HKA; Subkey: "Software\Classes\Applications\ivk-desktop.exe\SupportedTypes"; \
  ValueType: string; ValueName: ".png"
; ivk: links; the window asks before it follows one.
Root: HKA; Subkey: "Software\Classes\ivk"; ValueType: string; ValueData: "ivk desktop link"; \
  Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ivk"; ValueType: string; ValueName: "URL Protocol"; \
  ValueData: ""
Root: HKA; Subkey: "Software\Classes\ivk\shell\open\command"; ValueType: string; \
  ValueData: """{app}\ivk-desktop.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; \
  ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotInPath

[Run]
Filename: "{app}\ivk-desktop.exe"; Description: "{cm:LaunchProgram,ivk desktop}"; \
  Flags: nowait postinstall skipifsilent

[Code]
function IsNotInPath: Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') = 0;
end;
