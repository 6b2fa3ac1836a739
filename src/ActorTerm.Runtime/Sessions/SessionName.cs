using ActorTerm.Language;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// What a session is called. <c>autoNameFormat</c>, read as an interpolated string and kept true, is <c>autoName</c> and <c>name</c>; it is
/// also <c>presentationName</c> while the program gives its window no title.
/// </summary>
internal sealed class SessionName
{
    private readonly ScopeOwner _variables;
    private readonly IOwnsLiveStrings _strings;
    private readonly Action<string> _renamed;
    private LiveString? _text;             // null while no format reads anything: most are plain text
    private string _automatic;
    private string? _given;
    private string _title = "";
    private Value _value;                  // of the name; the variables that say the same share its bytes

    /// <param name="profile">The profile's name: the format until somebody gives another.</param>
    /// <param name="given">The name the session was started with, a format too; null for none.</param>
    /// <param name="renamed">Told every name but the first.</param>
    public SessionName(ScopeOwner variables, IOwnsLiveStrings strings, string profile, string? given, Action<string> renamed)
    {
        _variables = variables;
        _renamed = renamed;
        _automatic = profile;
        _given = given;
        _strings = strings;
        Follow();
    }

    public string Text { get; private set; } = "";

    /// <summary>The program's title for its window, or else the name.</summary>
    public string Presentation => _title.Length > 0 ? _title : Text;

    /// <summary>A person or a script named the session, and that format stays whatever the program says; null goes back to the automatic one.</summary>
    public void ByPerson(string? format)
    {
        _given = format;
        Follow();
    }

    /// <summary>The program named its icon. What a program says is text, never a format.</summary>
    public void ByProgram(string name)
    {
        _automatic = InterpolatedString.Escape(name);
        Follow();
    }

    public void TitleByProgram(string title)
    {
        _title = title;
        _variables.Set("terminalWindowName", Value.Of(title));
        Present();
    }

    private void Follow()
    {
        var format = _given ?? _automatic;
        if (!_variables.Set("autoNameFormat", Value.Of(format))) return;

        if (_text is null && !format.Contains('\\', StringComparison.Ordinal)) Show(format);
        else (_text ??= MakeLive()).SetFormat(format);
    }

    private LiveString MakeLive()
    {
        var scope = _variables.Scope;
        return _strings.LiveStrings.Add(scope, [new(scope, "autoName"), new(scope, "name"), new(scope, "presentationName")], Show);
    }

    private void Show(string text)
    {
        // Names stand in lists and in titles of terminals; a variable may hold anything.
        var isFirst = _variables.Scope.Read("name").IsNull;
        Text = string.Concat(text.Where(character => !char.IsControl(character)));
        _value = Value.Of(Text);
        _variables.Set("autoName", _value);
        var isNew = _variables.Set("name", _value);
        Present();
        if (isNew && !isFirst) _renamed(Text);
    }

    private void Present() => _variables.Set("presentationName", _title.Length > 0 ? Value.Of(_title) : _value);
}
