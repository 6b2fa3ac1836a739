namespace ActorTerm.Language;

/// <summary>A named argument: an expression, or <c>&amp;</c> and a path, which hands over the variable itself.</summary>
/// <param name="Variable">Where the plan keeps <paramref name="Target"/>.</param>
internal sealed record Argument(int Offset, string Name, Node? Expression, VariablePath? Target, int Variable);
