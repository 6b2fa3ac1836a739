namespace ActorTerm.Terminal.Styles;

/// <summary>A link of OSC 8. Cells printed while it was open hold the same object, which is how one tells two links to the same place apart.</summary>
/// <param name="uri">As the program sent it: not checked, not to be trusted.</param>
/// <param name="id">The <c>id</c> parameter; null when the program gave none.</param>
public sealed class Hyperlink(string uri, string? id)
{
    public string Uri { get; } = uri;

    public string? Id { get; } = id;

    public override string ToString() => Uri;
}
