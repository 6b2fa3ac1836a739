namespace ActorTerm.Hocon;

/// <summary>
/// Text that is no HOCON, a substitution without a value, a limit reached, or a value that is not what was asked for. The message
/// starts with the place: <c>host.conf:3:7: expected a value, found '}'</c>.
/// </summary>
public sealed class HoconException : Exception
{
    public HoconException(string file, int line, int column, string message)
        : this(new Origin(file, line, column), message)
    {
    }

    public HoconException(Origin origin, string problem, Exception? innerException = null)
        : base($"{origin}: {problem}", innerException)
    {
        Origin = origin;
        Problem = problem;
    }

    public Origin Origin { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    public string File => Origin.Source;

    public int Line => Origin.Line;

    public int Column => Origin.Column;
}
