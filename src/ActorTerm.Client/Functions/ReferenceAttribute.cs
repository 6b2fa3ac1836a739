namespace ActorTerm.Client;

/// <summary>
/// When a caller leaves this argument out, the host reads it from a variable of the caller's scope:
/// <c>([Reference("id")] string session_id) => ...</c>
/// </summary>
/// <param name="path">
/// Path of the variable. While that is not set the call is not made; with a <c>?</c> at its end the argument is null instead.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ReferenceAttribute(string path) : Attribute
{
    public string Path { get; } = path;
}
