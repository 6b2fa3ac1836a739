using ActorTerm.Hocon;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

/// <summary>A small reference for tests of the machinery, so that they do not change with the host's settings.</summary>
internal static class Catalogs
{
    public static SettingsCatalog Small { get; } = Of(
        """
        app {
          # Unit: lines, 1 to 100. Reason: a test.
          lines = 10
          # Unit: size, 1 KiB to 1 MiB. Reason: a test.
          memory = 64 KiB
          # Unit: duration, 10 ms to 1.5 minutes. Reason: a test.
          grace = 5 s
          # Unit: boolean. Reason: a test.
          loud = false
          # Unit: text. Reason: a test.
          name = ""
          # Unit: list of texts. Reason: a test.
          names = []
          inner {
            # Unit: lines, 1 to 100. Reason: a test.
            lines = 20
          }
          # Free keys: names of variables, each with its value.
          environment {}
        }
        """);

    public static SettingsCatalog Of(string reference) => new(HoconParser.ParseText(reference, "reference.conf").Resolve());

    /// <summary>The small catalog's settings with a user's text over the defaults.</summary>
    public static SettingsSource Source(string user) => new(Small, Over(user));

    public static Config Over(string user) => HoconParser.ParseText(user, "host.conf").WithFallback(Small.Defaults).Resolve();
}
