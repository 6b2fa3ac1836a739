using System.CommandLine;
using ActorTerm.Host;
using ActorTerm.Host.Configuration;

var file = new Option<FileInfo?>("--config") { Description = "Settings file, HOCON. Default: $XDG_CONFIG_HOME/actorterm/host.conf when there is one." };
var set = new Option<string[]>("--set") { Description = "KEY=VALUE: one setting, in place of the file's. Repeatable." };
var check = new Option<bool>("--check") { Description = "Read the settings, say what is wrong with them or where a host would listen, and end." };
var root = new RootCommand("The ActorTerm host: sessions, registered functions and their callers, behind one socket.") { file, set, check };
root.SetAction(async (arguments, _) =>
{
    try
    {
        ConfiguredHost Read() => HostSettings.ReadWhole(arguments.GetValue(file)?.FullName, arguments.GetValue(set) ?? []);
        var configured = Read();
        var settings = configured.Settings;
        if (!arguments.GetValue(check)) await HostProcess.Run(configured, Read);
        else Console.Out.WriteLine($"actorterm.api.socket = {settings.Api.Socket}\nactorterm.api.port = {settings.Api.Port}\nactorterm.ops.port = {settings.Api.OpsPort}");
        return 0;
    }
    catch (Exception e) when (e is StartupException or SettingsException)
    {
        Console.Error.WriteLine($"actorterm-host: {e.Message}");
        return 1;
    }
});
return await root.Parse(args).InvokeAsync();
