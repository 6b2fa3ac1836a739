using System.Globalization;
using ActorTerm.Language;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Functions;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The host's requests about itself: who it is, alerts, functions, health.</summary>
internal static class HostReports
{
    public static HostInfo ToWire(HostFacts facts)
    {
        var info = new HostInfo
        {
            Version = facts.Version,
            Pid = Environment.ProcessId,
            HostId = facts.HostId,
            StartedAtMs = facts.StartedAt.ToUnixTimeMilliseconds(),
            Socket = facts.Socket,
            Port = facts.Port,
            StateDirectory = facts.StateDirectory,
            Cookie = facts.Cookie,
            AttachLeader = facts.AttachLeader,
        };
        if (facts.ConfigurationFile is { } file) info.ConfigurationFile = file;
        if (facts.Suite is { } suite) info.Suite = suite;
        return info;
    }

    public static object ListAlerts(long id, ListAlertsRequest m)
    {
        var after = 0L;
        if (m.HasAfter && !TryReadId(m.After, out after)) return HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, $"{m.After} is no alert's id"));

        return HostRequests.Ask(id, Part.Alerts, new AlertsProtocol.ListAlerts(after), reply =>
        {
            if (reply is not AlertsProtocol.AlertList list) return null;

            var response = new ListAlertsResponse();
            var wanted = list.Alerts.Where(alert => !m.HasSession || alert.Session?.ToString() == m.Session);
            response.Alerts.AddRange((m.HasLimit ? wanted.TakeLast(m.Limit) : wanted).Select(Alerts.ToWire));
            return new HostResponse { ListAlerts = response };
        });
    }

    public static object GetAlert(long id, GetAlertRequest m) => TryReadId(m.Id, out var alert)
        ? HostRequests.Ask(id, Part.Alerts, new AlertsProtocol.GetAlert(alert), reply =>
            reply is AlertsProtocol.Alert found ? new HostResponse { GetAlert = new() { Alert = Alerts.ToWire(found) } } : null)
        : HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, $"{m.Id} is no alert's id"));

    public static object ListFunctions(long id, ListFunctionsRequest m) => HostRequests.Ask(id, Part.Functions, new FunctionsProtocol.ListFunctions(), reply =>
    {
        if (reply is not FunctionsProtocol.FunctionList list) return null;

        var response = new ListFunctionsResponse();
        var functions = list.Functions.Select(ToWire).Concat(m.Builtin ? list.BuiltIns.Select(ToWire) : []);
        response.Functions.AddRange(functions.OrderBy(function => function.Signature, StringComparer.Ordinal));
        return new HostResponse { ListFunctions = response };
    });

    public static DoctorResponse Diagnose(HostFacts facts)
    {
        var response = new DoctorResponse();
        foreach (var check in facts.Diagnose())
        {
            var wire = new DoctorResponse.Types.Check { Name = check.Name, Detail = check.Detail, Outcome = ToWire(check.Outcome) };
            if (check.Remedy is { } remedy) wire.Remedy = remedy;
            response.Checks.Add(wire);
        }

        return response;
    }

    private static FunctionInfo ToWire(FunctionsProtocol.FunctionInfo function)
    {
        var wire = new FunctionInfo
        {
            Signature = function.Signature.ToString(),
            TimeoutSeconds = function.Timeout.TotalSeconds,
            Connection = function.Connection.ToString(),
            Script = function.OwnerName,
            RegisteredAtMs = function.RegisteredAt.ToUnixTimeMilliseconds(),
            InFlight = function.InFlight,
            Calls = function.Calls,
            Failures = function.Failures,
            Timeouts = function.Timeouts,
            Late = function.LateAnswers,
        };
        wire.Arguments.AddRange(function.Arguments);
        wire.Defaults.AddRange(function.Defaults.Select(one => new FunctionInfo.Types.Default { Argument = one.Argument, Path = one.Path }));
        if (function.Mean is { } mean) wire.MeanMs = mean.TotalMilliseconds;
        if (function.Longest is { } longest) wire.MaxMs = longest.TotalMilliseconds;
        return wire;
    }

    private static FunctionInfo ToWire(FunctionSignature builtIn)
    {
        var wire = new FunctionInfo { Signature = builtIn.ToString(), Builtin = true };
        wire.Arguments.AddRange(builtIn.Arguments);
        return wire;
    }

    private static DoctorResponse.Types.Check.Types.Outcome ToWire(HostCheckOutcome outcome) => outcome switch
    {
        HostCheckOutcome.Ok => DoctorResponse.Types.Check.Types.Outcome.Ok,
        HostCheckOutcome.Warning => DoctorResponse.Types.Check.Types.Outcome.Warning,
        _ => DoctorResponse.Types.Check.Types.Outcome.Problem,
    };

    private static bool TryReadId(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
