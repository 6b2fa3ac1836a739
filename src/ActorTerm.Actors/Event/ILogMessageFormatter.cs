namespace ActorTerm.Actors.Event;

/// <summary>Makes a text of a template and its arguments.</summary>
public interface ILogMessageFormatter
{
    string Format(string format, params object[] args);

    string Format(string format, IEnumerable<object> args);
}
