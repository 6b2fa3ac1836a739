using System.Diagnostics;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

public sealed class HostSettingsTests
{
    [Fact]
    public void Settings_come_from_the_file_and_the_command_line()
    {
        using var file = new TemporaryFile("actorterm { sessions.close-grace = 7 s, api.socket = /run/x.sock }");

        var settings = HostSettings.Read(file.Path, ["actorterm.api.port=1912", "actorterm.terminal.allow-title-reports=on"]);

        Assert.Equal((file.Path, "/run/x.sock", 1912), (settings.File, settings.Api.Socket, settings.Api.Port));
        Assert.Equal((TimeSpan.FromSeconds(7), true), (settings.Runtime.Sessions.CloseGrace, settings.Runtime.Sessions.Terminal.AllowTitleReports));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_in_the_order_of_reading()
    {
        using var file = new TemporaryFile(
            """
            actorterm {
              sesions.close-grace = 1 s
              sessions.write-queue-soft = 16 MiB
              attach.leader = b
              api.port = 70000
            }
            """);

        var e = Assert.Throws<SettingsException>(() => HostSettings.Read(file.Path, ["actorterm.ops.port=x"]));

        Assert.Equal(
            [
                "--set actorterm.ops.port: expected a whole number for 'actorterm.ops.port', found a string: \"x\"",
                $"{file.Path}:2:3: expected a setting that exists, found 'actorterm.sesions': the nearest is 'actorterm.sessions'",
                $"{file.Path}:4:19: expected C- and a letter or one of @ [ \\ ] ^ _ for 'actorterm.attach.leader', found \"b\"",
                $"{file.Path}:5:14: expected 0 to 65535 for 'actorterm.api.port', found 70000",
                "reference.conf:LINE: expected at least actorterm.sessions.write-queue-soft for 'actorterm.sessions.write-queue-hard', found \"8 MiB\"",
            ],
            e.Message.Split('\n').Select(l => System.Text.RegularExpressions.Regex.Replace(l, @"^(reference.conf):\d+:\d+", "$1:LINE")));
    }

    [Fact]
    public void A_file_that_is_no_hocon_is_one_problem()
    {
        using var file = new TemporaryFile("actorterm {");

        var e = Assert.Throws<SettingsException>(() => HostSettings.Read(file.Path, []));

        Assert.Equal($"{file.Path}:1:12: expected a key or '}}', found the end of the text", e.Message);
    }

    [Theory]
    [InlineData("actorterm.api.port = 1912", 0, "")]
    [InlineData("actorterm.api.prot = 1912", 1, "1:15: expected a setting that exists, found 'actorterm.api.prot': the nearest is 'actorterm.api.port'\n")]
    public async Task The_host_checks_its_settings_and_ends(string text, int exitCode, string complaint)
    {
        using var file = new TemporaryFile(text);
        var host = Path.Combine(AppContext.BaseDirectory, "actorterm-host.dll");

        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, "--check", "--config", file.Path]) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((exitCode, complaint), (process.ExitCode, errors.Replace($"actorterm-host: {file.Path}:", "", StringComparison.Ordinal)));
    }
}
