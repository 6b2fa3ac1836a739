namespace ActorTerm.Runtime.Triggers;

/// <summary>A user variable's name and its new text: with U+0001 between them, as iTerm2 stores them, or with <c>=</c>, as a person writes them.</summary>
/// <param name="Name">Without <c>user.</c> and without dots.</param>
internal readonly record struct Assignment(string Name, string Text)
{
    private const string Prefix = "user.";

    /// <returns>Null: there is no name, or nothing after it.</returns>
    public static Assignment? Read(string parameter)
    {
        var end = parameter.IndexOf('\u0001', StringComparison.Ordinal);
        if (end < 0) end = parameter.IndexOf('=', StringComparison.Ordinal);
        if (end < 0) return null;

        var name = parameter[..end];
        if (name.StartsWith(Prefix, StringComparison.Ordinal)) name = name[Prefix.Length..];
        return name.Length == 0 || name.Contains('.') ? null : new Assignment(name, parameter[(end + 1)..]);
    }
}
