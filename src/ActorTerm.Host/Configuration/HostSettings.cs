using ActorTerm.Api;
using ActorTerm.Hocon;
using ActorTerm.Pty;
using ActorTerm.Runtime.Root;

namespace ActorTerm.Host.Configuration;

/// <summary>Every setting of the host, read once at its start.</summary>
internal sealed record HostSettings
{
    /// <summary>The user's file; null when there is none.</summary>
    public string? File { get; init; }

    public required ApiSettings Api { get; init; }

    public required RuntimeSettings Runtime { get; init; }

    public required PtyHostOptions Pty { get; init; }

    /// <summary>The key that begins a command of an attached viewer: <c>C-b</c>.</summary>
    public required string AttachLeader { get; init; }

    /// <param name="file">Null for <see cref="SettingsLayers.DefaultFile"/>.</param>
    /// <param name="sets"><c>KEY=VALUE</c> each.</param>
    /// <exception cref="SettingsException">Something in them is wrong; it tells all of it at once.</exception>
    public static HostSettings Read(string? file, IReadOnlyList<string> sets) => ReadWhole(file, sets).Settings;

    /// <inheritdoc cref="Read"/>
    public static ConfiguredHost ReadWhole(string? file, IReadOnlyList<string> sets)
    {
        file ??= SettingsLayers.DefaultFile(Environment.GetEnvironmentVariable);
        var catalog = SettingsCatalog.Reference;
        try
        {
            var config = SettingsLayers.Merge(catalog, file, sets, Environment.GetEnvironmentVariable);
            var source = new SettingsSource(catalog, config);
            var settings = SettingsReader.Read(source) with { File = file };
            var problems = UnknownKeys.In(config, catalog).Concat(source.Problems).ToList();
            return problems.Count == 0 ? new ConfiguredHost(settings, config) : throw new SettingsException(InReadingOrder(problems));
        }
        catch (HoconException e)
        {
            throw new SettingsException([e]);
        }
    }

    private static List<HoconException> InReadingOrder(IEnumerable<HoconException> problems) =>
        [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];
}
