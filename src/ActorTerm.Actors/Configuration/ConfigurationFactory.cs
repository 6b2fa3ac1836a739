namespace ActorTerm.Actors.Configuration;

public class ConfigurationFactory
{
    private ConfigurationFactory()
    {
    }

    public static Config Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <param name="hocon">Nested braces, dotted keys, quoted and bare scalars, lists of scalars, comments: what a program renders for
    /// the kernel, not all of HOCON.</param>
    /// <exception cref="FormatException">It is not that; the message has line and column.</exception>
    public static Config ParseString(string hocon)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        return new Config(new ConfigText(hocon).Read());
    }
}
