namespace ActorTerm.Actors;

internal static class SystemName
{
    /// <exception cref="ArgumentException">It cannot stand in a path.</exception>
    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"a system cannot be called '{name}': ASCII letters, digits, - and _, a letter or digit first", nameof(name));
    }
}
