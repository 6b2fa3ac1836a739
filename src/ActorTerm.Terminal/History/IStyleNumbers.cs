namespace ActorTerm.Terminal.History;

/// <summary>Which number a record has for a style of a row.</summary>
internal interface IStyleNumbers
{
    int Of(int id);
}

/// <summary>The session's own numbers, as history has them.</summary>
internal readonly struct OwnNumbers : IStyleNumbers
{
    public int Of(int id) => id;
}
