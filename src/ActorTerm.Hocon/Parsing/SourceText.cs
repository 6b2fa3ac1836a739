namespace ActorTerm.Hocon.Parsing;

/// <summary>A text to be parsed.</summary>
/// <param name="Name">How complaints name it.</param>
/// <param name="Directory">Where its relative includes are looked for; null when it is no file.</param>
internal sealed record SourceText(string Name, string Text, string? Directory);
