using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon;

/// <summary>
/// A configuration: a tree of values read by path. Immutable. Parse, add fallbacks, <see cref="Resolve"/> once, then read:
/// <code>
/// var config = HoconParser.ParseFile("host.conf").WithFallback(reference).Resolve(Environment.GetEnvironmentVariable);
/// var grace = config.GetDuration("actorterm.sessions.close-grace");
/// </code>
/// </summary>
public sealed partial class Config
{
    private readonly IReadOnlyList<Expression> _layers;   // lowest first
    private readonly HoconLimits _limits;
    private readonly HoconObject? _root;

    private Config(IReadOnlyList<Expression> layers, HoconLimits limits, HoconObject? root) =>
        (_layers, _limits, _root) = (layers, limits, root);

    public static Config Empty { get; } = Of(new HoconObject([], ActorTerm.Hocon.Origin.Of("nothing")));

    public bool IsResolved => _root is not null;

    /// <summary>The whole tree.</summary>
    /// <exception cref="InvalidOperationException">Not resolved yet.</exception>
    public HoconObject Root => _root ?? throw new InvalidOperationException("the configuration is not resolved: call Resolve first");

    public static Config Of(HoconObject root) => new([new Literal(root)], HoconLimits.Default, root);

    /// <summary>A configuration of one value.</summary>
    public static Config Of(HoconPath path, HoconValue value)
    {
        for (var i = path.Keys.Count - 1; i >= 0; i--)
            value = new HoconObject([new HoconField(path.Keys[i], value, value.Origin)], value.Origin);
        return value is HoconObject root
            ? Of(root)
            : throw new ArgumentException("the root of a configuration is an object", nameof(value));
    }

    /// <summary>
    /// This configuration over another, as if the other's text stood before this one's: values here win, objects merge. The result is
    /// to be resolved again.
    /// </summary>
    public Config WithFallback(Config fallback) => new([.. fallback._layers, .. _layers], _limits, null);

    /// <summary>
    /// Looks up every substitution, in the configuration first and then in the environment. The values found stay, whatever
    /// configurations are put over or under it later.
    /// </summary>
    /// <param name="environment">The value of a variable, null when there is none; without it no environment is asked.</param>
    /// <exception cref="HoconException">A substitution has no value, leads back to itself, or what it makes is beyond a limit.</exception>
    public Config Resolve(Func<string, string?>? environment = null)
    {
        if (IsResolved) return this;

        var root = Resolver.Resolve(_layers, environment, _limits);
        return new Config([new Literal(root)], _limits, root);
    }

    /// <summary>The tree as HOCON; parsed again it is an equal tree.</summary>
    public override string ToString() => IsResolved ? Root.ToString() : "(not resolved)";

    internal static Config Parsed(Expression root, HoconLimits limits) => new([root], limits, null);
}
