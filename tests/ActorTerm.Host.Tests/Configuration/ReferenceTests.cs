using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ActorTerm.Api;
using ActorTerm.Hocon;
using ActorTerm.Host.Configuration;
using ActorTerm.Pty;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Root;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Terminal;

namespace ActorTerm.Host.Tests.Configuration;

/// <summary>hocon/reference.conf and the code that reads it say the same.</summary>
public sealed class ReferenceTests
{
    private static readonly SettingsCatalog Catalog = SettingsCatalog.Reference;

    /// <summary>What the host works out for itself.</summary>
    private static readonly string[] NoSettings =
    [
        $"{nameof(HostSettings)}.{nameof(HostSettings.File)}",
        $"{nameof(ApiSettings)}.{nameof(ApiSettings.Cookie)}",
        $"{nameof(SessionSettings)}.{nameof(SessionSettings.Socket)}",
        $"{nameof(RuntimeSettings)}.{nameof(RuntimeSettings.Profiles)}",           // trees, with readers and tests of their own
        $"{nameof(KeysProtocol.KeyMap)}.{nameof(KeysProtocol.KeyMap.Source)}",
        $"{nameof(KeysProtocol.KeyMap)}.{nameof(KeysProtocol.KeyMap.Bindings)}",
        $"{nameof(TerminalOptions)}.{nameof(TerminalOptions.ReportVariable)}",
    ];

    [Fact]
    public void Every_setting_is_read_and_nothing_else_is()
    {
        var source = new SettingsSource(Catalog, Catalog.Defaults);

        SettingsReader.Read(source);

        Assert.Equal(Catalog.Settings.Select(s => s.Path).Order(), source.Read.Order());
    }

    [Fact]
    public void Every_default_is_allowed()
    {
        var source = new SettingsSource(Catalog, Catalog.Defaults);

        SettingsReader.Read(source);

        Assert.Empty(source.Problems.Select(p => p.Message));
        Assert.Empty(UnknownKeys.In(Catalog.Defaults, Catalog));
    }

    [Fact]
    public void Everything_stands_under_one_name() => Assert.Equal("actorterm", Assert.Single(Catalog.Defaults.Root).Key);

    [Fact]
    public void The_defaults_are_those_of_the_records()
    {
        var settings = SettingsReader.Read(new SettingsSource(Catalog, Catalog.Defaults));

        Assert.Equal(Flat(new RuntimeSettings()), Flat(settings.Runtime));
        Assert.Equal(Flat(new PtyHostOptions()), Flat(settings.Pty));
        Assert.Equal(Flat(new ApiSettings { Socket = settings.Api.Socket }), Flat(settings.Api));
    }

    [Fact]
    public void Every_property_of_the_records_has_a_setting()
    {
        var defaults = Flat(SettingsReader.Read(new SettingsSource(Catalog, Catalog.Defaults)));
        var others = Flat(SettingsReader.Read(new SettingsSource(Catalog, SettingsLayers.Merge(Catalog, null, Catalog.Settings.Select(s => $"{s.Path}={Other(s)}"), _ => null))));

        var same = defaults.Where(d => others[d.Key] == d.Value).Select(d => d.Key);

        Assert.Equal(NoSettings.Order(), same.Order());
    }

    [Fact]
    public void What_the_starting_file_suggests_is_allowed()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hocon", "host.conf"));
        var suggested = Regex.Replace(text, @"^(\s*)# ([a-z.-]+ = )", "$1$2", RegexOptions.Multiline);
        using var file = new TemporaryFile(text);
        using var changed = new TemporaryFile(suggested);

        Assert.True(Regex.Count(suggested, "^ *[a-z.-]+ = ", RegexOptions.Multiline) > 5);
        HostSettings.Read(file.Path, []);
        HostSettings.Read(changed.Path, []);
    }

    /// <summary>An allowed value that is not the default.</summary>
    private static string Other(Setting setting) => setting switch
    {
        { Range: { } range } => Catalog.Defaults.GetString(setting.Path) == range.High ? range.Low : range.High,
        { Kind: SettingKind.Boolean } => Catalog.Defaults.GetBoolean(setting.Path) ? "false" : "true",
        _ => "C-x",
    };

    /// <summary>Every property of a record and of those within it, as text.</summary>
    private static SortedDictionary<string, string> Flat(object settings)
    {
        var flat = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(settings);
            if (value is not IEnumerable && value?.GetType() is { IsClass: true, Namespace: { } space } && space.StartsWith("ActorTerm", StringComparison.Ordinal))
                foreach (var (key, inner) in Flat(value)) flat.Add(key, inner);
            else
                flat.Add($"{settings.GetType().Name}.{property.Name}", value is IEnumerable list and not string
                    ? string.Join('|', list.Cast<object>())
                    : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return flat;
    }
}
