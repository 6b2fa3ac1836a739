namespace ActorTerm.Actors.Configuration;

/// <summary>Settings by dotted path. The kernel reads the few it knows and ignores the rest, as Akka.NET does.</summary>
public class Config
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _values;

    internal Config(IReadOnlyDictionary<string, IReadOnlyList<string>> values) => _values = values;

    /// <summary>Null when it is not set.</summary>
    internal string? Find(string path) => _values.TryGetValue(path, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>Null when it is not set; a single value is a list of one.</summary>
    internal IReadOnlyList<string>? FindList(string path) => _values.GetValueOrDefault(path);
}
