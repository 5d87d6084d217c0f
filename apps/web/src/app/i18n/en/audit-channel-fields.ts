/** What fields of channels and of what people choose to be sent are called in the audit trail. */
export const channelFields = {
  host: 'Server',
  port: 'Port',
  security: 'Security',
  user: 'Sign-in name',
  origin: 'Address (host)',
  signed: 'Signed',
  locale: 'Language',
  topics: 'Kinds of notices',
  secretsChanged: 'Passwords and keys changed',
  deliveryId: 'Message id',
  deliveries: 'Messages sent again',
  email: 'E-mail',
  mode: 'How told',
};
