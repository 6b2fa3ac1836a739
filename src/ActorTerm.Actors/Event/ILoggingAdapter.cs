namespace ActorTerm.Actors.Event;

/// <summary>
/// Says things to the log. Templates are positional, as <c>"took {0} of {1}"</c>; never pass an interpolated string, whose braces would be
/// taken for places. What the level hides is not formatted.
/// </summary>
public interface ILoggingAdapter
{
    bool IsDebugEnabled { get; }

    bool IsInfoEnabled { get; }

    bool IsWarningEnabled { get; }

    bool IsErrorEnabled { get; }

    bool IsEnabled(LogLevel logLevel);

    internal void Write(LogLevel logLevel, Exception? cause, object message);
}
